import { expect, test } from "vitest"
import { elsewhere, join, must, person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

const known = { exists: true, userFound: true }
const validation = (name: string) => ({
  status: 400,
  body: { error: "validation_error", message: expect.stringContaining(name), fields: { [name]: expect.any(String) } },
})

test.each([1, "1"])("whitelabel %j is Handbid, and open", async (whitelabelId) => {
  const auth = await testAuth()
  expect((await auth.call("register", { body: { ...person().details, whitelabelId } })).status).toBe(201)
})

test.each([4, "4"])("whitelabel %j is OGAC, and blocked", async (whitelabelId) => {
  const auth = await testAuth()
  const answer = await auth.call("register", { body: { ...person().details, whitelabelId } })
  expect(answer).toMatchObject({ status: 400, body: { error: "registration_blocked" } })
  expect(auth.outbox).toEqual([])
})

test("somebody who has an account may sign in under whitelabel 4: only its registration is closed", async () => {
  const auth = await testAuth()
  const { email, phone } = await join(auth)
  expect((await auth.call("emailCheck", { body: { email, whitelabelId: 4 } })).body).toEqual(known)
  const body = { email, pin: auth.pinFor(phone), whitelabelId: 4 }
  expect((await auth.call("verifyPin", { body })).status).toBe(200)
})

const unknown = [0, -1, 2, 99, 1.5, 2 ** 53, "one", "", " 1", true, [1], { id: 1 }]

test.each(unknown)("register: the unknown whitelabel %j is a validation_error", async (whitelabelId) => {
  const auth = await testAuth()
  const answer = await auth.call("register", { body: { ...person().details, whitelabelId } })
  expect(answer).toMatchObject(validation("whitelabelId"))
})

test.each(unknown)("email-check: the unknown whitelabel %j is a validation_error", async (id) => {
  const auth = await testAuth()
  const { email } = await join(auth)
  expect(await auth.call("emailCheck", { body: { email, whitelabelId: id } })).toMatchObject(validation("whitelabelId"))
  expect(auth.outbox).toHaveLength(1)
})

test("verify-pin: an unknown whitelabel is a validation_error, and costs no try", async () => {
  const auth = await testAuth()
  const { email, phone, details } = person()
  await auth.call("register", { body: details })
  const body = { email, pin: auth.pinFor(phone), whitelabelId: 99 }
  for (let tries = 0; tries < 6; tries++)
    expect(await auth.call("verifyPin", { body, address: elsewhere() })).toMatchObject(validation("whitelabelId"))
  expect((await auth.call("verifyPin", { body: { ...body, whitelabelId: 1 } })).status).toBe(200)
})

test("an absent whitelabel is 1: in every pair of request and PIN", async () => {
  for (const [asked, shown] of [
    [undefined, 1],
    [1, undefined],
    [null, null],
  ]) {
    const auth = await testAuth()
    const { email, phone } = await join(auth)
    await auth.call("emailCheck", { body: { email, whitelabelId: asked } })
    const body = { email, pin: auth.pinFor(phone), whitelabelId: shown }
    expect((await auth.call("verifyPin", { body })).status).toBe(200)
  }
})

test.each([4, "4"])(
  "a newcomer's PIN is bound to the whitelabel that they join: it opens nothing under %j",
  async (id) => {
    const auth = await testAuth()
    const { email, phone, details } = person()
    await must(201, auth.call("register", { body: details }))
    const body = { email, pin: auth.pinFor(phone), whitelabelId: id }
    expect(await auth.call("verifyPin", { body })).toMatchObject({ status: 401, body: { error: "invalid_pin" } })
    expect((await auth.call("verifyPin", { body: { ...body, whitelabelId: 1 } })).status).toBe(200)
  },
)

test.each([
  [undefined, 4, undefined],
  [undefined, 4, 4],
  [4, undefined, 4],
  [4, 1, undefined],
])(
  "the whitelabel of somebody known is their account's: a PIN asked for under %j lives on when %j is asked, and opens under %j",
  async (mine, theirs, shown) => {
    const auth = await testAuth()
    const { email, phone } = await join(auth)
    auth.pass(minutes(1))
    await must(200, auth.call("emailCheck", { body: { email, whitelabelId: mine } }))
    const pin = auth.pinFor(phone)
    auth.pass(minutes(1))
    await must(200, auth.call("emailCheck", { body: { email, whitelabelId: theirs }, address: elsewhere() }))
    expect(auth.outbox).toHaveLength(3)
    expect(auth.pinFor(phone)).toBe(pin)
    expect((await auth.call("verifyPin", { body: { email, pin, whitelabelId: shown } })).status).toBe(200)
  },
)

test("a resend repeats the PIN, whichever whitelabel it was asked for under", async () => {
  const auth = await testAuth()
  const { email, phone } = await join(auth)
  await auth.call("emailCheck", { body: { email, whitelabelId: 4 } })
  const first = auth.pinFor(phone)
  auth.pass(30_000)
  expect((await auth.call("resendPin", { body: { email } })).status).toBe(202)
  expect(auth.outbox).toHaveLength(3)
  expect(auth.pinFor(phone)).toBe(first)
  const body = { email, pin: first, whitelabelId: 4 }
  expect((await auth.call("verifyPin", { body })).status).toBe(200)
})

test("emails are unique over all whitelabels", async () => {
  const auth = await testAuth()
  const { email, details } = await join(auth)
  expect((await auth.call("emailCheck", { body: { email, whitelabelId: 4 } })).body).toEqual(known)
  const again = { ...details, mobile: person(1).phone, whitelabelId: 1 }
  expect(await auth.call("register", { body: again })).toMatchObject({ status: 409, body: { error: "email_exists" } })
})
