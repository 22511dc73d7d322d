import { describe, expect, test } from "vitest"
import { elsewhere, join, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, minutes, seconds } from "@/lib/time"

const squatter = person(1)
const owner = { ...person(2), email: squatter.email, details: { ...person(2).details, email: squatter.email } }

const register = (auth: TestAuth, details: object) => auth.call("register", { body: details, address: elsewhere() })
const verify = (auth: TestAuth, email: string, pin: string) =>
  auth.call("verifyPin", { body: { email, pin }, address: elsewhere() })
const exists = async (auth: TestAuth, email: string) =>
  (await auth.call("emailCheck", { body: { email }, address: elsewhere() })).body.exists

test("email-check says `exists: false` until the PIN is verified, and sends nothing", async () => {
  const auth = await testAuth()
  const { email, phone, details } = person()
  await register(auth, details)
  auth.pass(minutes(1))
  expect(await exists(auth, email)).toBe(false)
  expect(auth.outbox).toHaveLength(1)
  expect((await verify(auth, email, auth.pinFor(phone))).status).toBe(200)
  expect(await exists(auth, email)).toBe(true)
})

test("registering again with another phone replaces it and kills its PIN, without a wait", async () => {
  const auth = await testAuth()
  await register(auth, squatter.details)
  expect((await register(auth, owner.details)).body).toEqual({ phoneLastFourDigits: owner.phone.slice(-4) })
  expect((await verify(auth, owner.email, auth.pinFor(squatter.phone))).status).toBe(401)
  expect((await verify(auth, owner.email, auth.pinFor(owner.phone))).status).toBe(200)
  expect((await auth.core.accounts.by("email", "handbid", owner.email))?.phone).toBe(owner.phone)
})

test("only a verified email answers 409, and nobody can squat on another's", async () => {
  const auth = await testAuth()
  await register(auth, squatter.details)
  auth.pass(days(30))
  expect((await register(auth, owner.details)).status).toBe(201)
  await verify(auth, owner.email, auth.pinFor(owner.phone))
  expect(await register(auth, squatter.details)).toMatchObject({ status: 409, body: { error: "email_exists" } })
})

test("one that was verified a year ago still answers 409", async () => {
  const auth = await testAuth()
  const { details } = await join(auth)
  auth.pass(days(366))
  expect((await register(auth, details)).status).toBe(409)
})

test("the same email and phone within the wait: one SMS, the same answer, and the newest names", async () => {
  const auth = await testAuth()
  const { email, phone, details } = person()
  const first = await register(auth, details)
  const second = await register(auth, { ...details, firstname: "Ada", lastname: "Byron" })
  expect(second).toMatchObject({ status: 201, body: first.body })
  expect(auth.outbox).toHaveLength(1)
  await verify(auth, email, auth.pinFor(phone))
  const account = await auth.core.accounts.by("email", "handbid", email)
  expect(account).toMatchObject({ firstName: "Ada", lastName: "Byron", phone, phoneCountry: "US", whitelabelId: 1 })
})

test("the same email and phone after the wait: a new SMS", async () => {
  const auth = await testAuth()
  const { email, phone, details } = person()
  await register(auth, details)
  auth.pass(seconds(30))
  expect((await register(auth, details)).status).toBe(201)
  expect(auth.outbox).toHaveLength(2)
  expect((await verify(auth, email, auth.pinFor(phone))).status).toBe(200)
})

test("going back and forth between two phones does not get round the wait of either", async () => {
  const auth = await testAuth()
  const answers: number[] = []
  for (const details of [squatter.details, owner.details, squatter.details, owner.details])
    answers.push((await register(auth, details)).status)
  const to = auth.outbox.map((message) => message.to)
  expect(to.filter((phone) => phone === squatter.phone)).toHaveLength(1)
  expect(to.filter((phone) => phone === owner.phone)).toHaveLength(1)
})

test("a phone that is refused does not free another one from its wait", async () => {
  const auth = await testAuth()
  for (let number = 11; number <= 15; number++) await register(auth, { ...person(number).details, mobile: owner.phone })
  await register(auth, squatter.details)
  expect((await register(auth, owner.details)).status).toBe(429)
  await register(auth, squatter.details)
  expect(auth.outbox.filter(({ to }) => to === squatter.phone)).toHaveLength(1)
})

test("Handbid accounts may share a phone", async () => {
  const auth = await testAuth()
  const { phone } = await join(auth, 1)
  const { email, details } = person(2)
  expect((await register(auth, { ...details, mobile: phone })).status).toBe(201)
  expect((await verify(auth, email, auth.pinFor(phone))).status).toBe(200)
  expect(await exists(auth, person(1).email)).toBe(true)
})

describe("a name", () => {
  test("is kept trimmed and NFC-normalised", async () => {
    const auth = await testAuth()
    const { email, phone, details } = person()
    await register(auth, { ...details, firstname: "  Zoe\u0308 ", lastname: "O’Neill-李" })
    await verify(auth, email, auth.pinFor(phone))
    const account = await auth.core.accounts.by("email", "handbid", email)
    expect(account).toMatchObject({ firstName: "Zo\u00eb", lastName: "O’Neill-李" })
  })

  test.each(["", "   ", "a\u0000b", "a\nb", "\ud800", "x".repeat(101), 5, null, ["Pat"], {}])(
    "that is %j is a validation_error",
    async (lastname) => {
      const auth = await testAuth()
      expect(await register(auth, { ...person().details, lastname })).toMatchObject({
        status: 400,
        body: { error: "validation_error", message: expect.stringMatching(/^last[nN]ame /) },
      })
      expect(auth.outbox).toEqual([])
    },
  )
})
