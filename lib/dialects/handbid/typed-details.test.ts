import { expect, test } from "vitest"
import { elsewhere, must, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"

const { phone, details } = person()

const register = (auth: TestAuth, more: object) =>
  auth.call("register", { body: { ...details, ...more }, address: elsewhere() })

/** Registers somebody with these details, and finds their account by the email that it is kept under. */
async function join(auth: TestAuth, more: object, email: string) {
  await must(201, register(auth, more))
  await must(200, auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) }, address: elsewhere() }))
  return auth.core.accounts.by("email", "handbid", email)
}

test("whoever registered with an international domain is found by each of its forms", async () => {
  const auth = await testAuth()
  const email = "user@xn--mnchen-3ya.example"
  expect(await join(auth, { email: "user@münchen.example" }, email)).toMatchObject({ email })
  for (const typed of ["user@münchen.example", "USER@MÜNCHEN.EXAMPLE", "user@mu\u0308nchen。example", email]) {
    auth.pass(60 * 60_000)
    const found = await auth.call("emailCheck", { body: { email: typed }, address: elsewhere() })
    expect([typed, found.body]).toEqual([typed, { exists: true, userFound: true }])
    expect(await register(auth, { email: typed })).toMatchObject({ status: 409, body: { error: "email_exists" } })
  }
})

test("a mailbox whose own part is not ASCII, or whose domain says nothing, is invalid_email", async () => {
  const auth = await testAuth()
  for (const email of ["zoë@example.com", "a@xn--zzzzzz.example", "a@münchen"])
    expect(await register(auth, { email })).toMatchObject({ status: 400, body: { error: "invalid_email" } })
})

test("a name that would turn its line around is kept without what would", async () => {
  const auth = await testAuth()
  const account = await join(auth, { firstname: "\u202eecilA\u202c", lastname: "\u2067محمد\u2069" }, details.email)
  expect(account).toMatchObject({ firstName: "ecilA", lastName: "محمد" })
})

test.each([
  ["tags", "Al\u{e0069}ce"],
  ["private characters", "Al\ue000ice"],
  ["nothing to see", "\u3164"],
  ["marks of direction alone", "\u202e\u2069"],
])("a name with %s is a validation_error", async (_, firstname) => {
  const auth = await testAuth()
  expect(await register(auth, { firstname })).toMatchObject({ status: 400, body: { error: "validation_error" } })
  expect(auth.outbox).toEqual([])
})
