import { describe, expect, test } from "vitest"
import { elsewhere, headersOf, join, person, signIn, wrong } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { minutes, seconds } from "@/lib/time"

const enter = (auth: TestAuth, email: string, pin: unknown, address = elsewhere()) =>
  auth.call("verifyPin", { body: { email, pin }, address })
const invalidPin = { error: "invalid_pin", message: "The PIN is wrong or no longer valid." }

/** Somebody who has just asked for a PIN by registering. */
async function applied(number = 0) {
  const auth = await testAuth()
  const { email, phone, details } = person(number)
  await auth.call("register", { body: details })
  return { auth, email, phone, details, pin: auth.pinFor(phone) }
}

test("the PIN has 6 digits and lives 10 minutes", async () => {
  const { auth, email, pin } = await applied()
  expect(pin).toMatch(/^\d{6}$/)
  auth.pass(minutes(10) - seconds(1))
  expect((await enter(auth, email, pin)).status).toBe(200)
})

describe("wrong, expired, used and never sent are one answer", () => {
  const expectInvalid = async (answering: ReturnType<typeof enter>) => {
    const answer = await answering
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual(invalidPin)
    return headersOf(answer)
  }

  test("wrong", async () => {
    const { auth, email, pin } = await applied()
    await expectInvalid(enter(auth, email, wrong(pin)))
  })

  test("expired", async () => {
    const { auth, email, pin } = await applied()
    auth.pass(minutes(10))
    await expectInvalid(enter(auth, email, pin))
  })

  test("used", async () => {
    const { auth, email, pin } = await applied()
    expect((await enter(auth, email, pin)).status).toBe(200)
    await expectInvalid(enter(auth, email, pin))
    await expectInvalid(enter(auth, email, wrong(pin)))
  })

  test("never sent, to somebody known and to nobody", async () => {
    const { auth } = await applied(1)
    const { email } = await join(auth, 2)
    auth.pass(minutes(11))
    await expectInvalid(enter(auth, email, "123456"))
    await expectInvalid(enter(auth, "nobody@example.com", "123456"))
  })

  test("their headers are the same too", async () => {
    const { auth, email, pin } = await applied()
    const used = (await enter(auth, email, pin)) && (await expectInvalid(enter(auth, email, pin)))
    const never = await expectInvalid(enter(auth, "nobody@example.com", pin))
    expect(used).toEqual(never)
  })

  test("somebody else's PIN", async () => {
    const { auth, pin } = await applied(1)
    const { email, details, phone } = person(2)
    await auth.call("register", { body: details })
    expect(auth.pinFor(phone)).not.toBe(pin)
    await expectInvalid(enter(auth, email, pin))
  })
})

describe("5 tries per challenge", () => {
  test("then 429, the right PIN included, and a new PIN works", async () => {
    const { auth, email, phone, pin } = await applied()
    for (let tries = 0; tries < 5; tries++) expect((await enter(auth, email, wrong(pin))).status).toBe(401)
    const spent = await enter(auth, email, pin)
    expect(spent).toMatchObject({ status: 429, body: { error: "rate_limited" } })
    expect(spent.headers.get("retry-after")).toBe(String(spent.body.retryAfter))
    auth.pass(seconds(30))
    expect((await auth.call("resendPin", { body: { email } })).status).toBe(202)
    expect(auth.pinFor(phone)).not.toBe(pin)
    expect((await enter(auth, email, pin)).status).toBe(401)
    expect((await enter(auth, email, auth.pinFor(phone))).status).toBe(200)
  })

  test("the fifth try may be the right one", async () => {
    const { auth, email, pin } = await applied()
    for (let tries = 0; tries < 4; tries++) await enter(auth, email, wrong(pin))
    expect((await enter(auth, email, pin)).status).toBe(200)
  })

  test("a resend of the same PIN brings no new tries", async () => {
    const { auth, email, phone, pin } = await applied()
    for (let tries = 0; tries < 4; tries++) await enter(auth, email, wrong(pin))
    auth.pass(seconds(30))
    await auth.call("resendPin", { body: { email } })
    expect(auth.outbox).toHaveLength(2)
    expect(auth.pinFor(phone)).toBe(pin)
    expect((await enter(auth, email, wrong(pin))).status).toBe(401)
    expect((await enter(auth, email, pin)).status).toBe(429)
  })

  test("right PINs that came too late are not failures and cost no try", async () => {
    const { auth, email, phone, pin } = await applied()
    await enter(auth, email, pin)
    for (let times = 0; times < 10; times++) expect((await enter(auth, email, pin)).status).toBe(401)
    await auth.call("emailCheck", { body: { email } })
    expect((await enter(auth, email, auth.pinFor(phone), "192.0.2.1")).status).toBe(200)
  })
})

test("30 tries per 5 minutes per IP, whoever is meant", async () => {
  const { auth, email, pin } = await applied()
  const address = "192.0.2.1"
  for (let tries = 0; tries < 30; tries++)
    expect((await enter(auth, `nobody${tries}@example.com`, "123456", address)).status).toBe(401)
  const refused = await enter(auth, email, pin, address)
  expect(refused).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: 300 } })
  expect((await enter(auth, email, wrong(pin), "192.0.2.2")).status).toBe(401)
  auth.pass(minutes(5))
  expect((await enter(auth, email, pin, address)).status).toBe(200)
})

test("right PINs cost the address nothing: a hall full of people may sign in behind it", async () => {
  const { auth } = await applied()
  const address = "192.0.2.1"
  for (let guest = 1; guest <= 35; guest++) {
    const { email, phone, details } = person(guest)
    await auth.call("register", { body: details, address: elsewhere() })
    expect((await enter(auth, email, auth.pinFor(phone), address)).status).toBe(200)
  }
})

describe("as people type it", () => {
  test.each([
    ["spaces", (pin: string) => ` ${pin.slice(0, 3)} ${pin.slice(3)} `],
    ["dashes", (pin: string) => `${pin.slice(0, 3)}-${pin.slice(3)}`],
    ["a long dash", (pin: string) => `${pin.slice(0, 3)}–${pin.slice(3)}`],
    ["full-width digits", (pin: string) => pin.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
    ["a JSON number", (pin: string) => Number(pin)],
  ])("%s are accepted", async (_, typed) => {
    const { auth, email, pin } = await applied()
    expect((await enter(auth, email, typed(pin))).status).toBe(200)
  })

  test.each(["12345", "1234567", "12345a", "", "123456\u0000", "\ud800", -12345, 1.5, true, null, ["123456"], {}])(
    "%j is no PIN: 400 validation_error, which costs no try",
    async (typed) => {
      const { auth, email, pin } = await applied()
      for (let times = 0; times < 6; times++)
        expect(await enter(auth, email, typed)).toMatchObject({
          status: 400,
          body: { error: "validation_error", fields: { pin: expect.any(String) } },
        })
      expect((await enter(auth, email, pin)).status).toBe(200)
    },
  )

  test("the email may be typed in capitals and with spaces around it", async () => {
    const { auth, email, pin } = await applied()
    expect((await enter(auth, ` ${email.toUpperCase()}\n`, pin)).status).toBe(200)
  })

  test("what is no email is invalid_email", async () => {
    const { auth, pin } = await applied()
    expect(await enter(auth, "nobody", pin)).toMatchObject({ status: 400, body: { error: "invalid_email" } })
  })
})

test("each sign-in gets a PIN and tokens of its own", async () => {
  const { auth } = await applied(9)
  const one = await join(auth, 0)
  const first = auth.pinFor(one.phone)
  const other = await signIn(auth, 0)
  expect(auth.pinFor(one.phone)).not.toBe(first)
  expect(new Set([one.accessToken, one.refreshToken, other.accessToken, other.refreshToken]).size).toBe(4)
})
