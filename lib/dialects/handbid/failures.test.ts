import { describe, expect, test } from "vitest"
import { elsewhere, join, person, wrong } from "@/lib/testing/people"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, minutes, seconds } from "@/lib/time"

const home = "192.0.2.1"
const enter = (auth: TestAuth, email: string, pin: string, address: string) =>
  auth.call("verifyPin", { body: { email, pin }, address })

/** So many failures in a row, from so many networks, on a PIN that is long dead. */
async function fail(auth: TestAuth, email: string, times: number, address?: string) {
  for (let done = 0; done < times; done++)
    expect((await enter(auth, email, "000000", address ?? elsewhere())).status).toBe(401)
}

/** Somebody known, whose last PIN has expired, so that no challenge counts tries. */
async function known() {
  const auth = await testAuth()
  const { email, phone } = await join(auth)
  await auth.call("emailCheck", { body: { email }, address: elsewhere() })
  auth.pass(minutes(10))
  return { auth, email, phone }
}
async function freshPin(auth: TestAuth, email: string, phone: string) {
  const before = auth.outbox.length
  expect((await auth.call("emailCheck", { body: { email }, address: elsewhere() })).status).toBe(200)
  expect(auth.outbox).toHaveLength(before + 1)
  return auth.pinFor(phone)
}

describe("growing waits after failures, for one account from one network", () => {
  test("nothing for the first four, then 5 seconds, doubling up to 15 minutes", async () => {
    const { auth, email } = await known()
    await fail(auth, email, 4, home)
    for (const wait of [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]) {
      await fail(auth, email, 1, home)
      const early = await enter(auth, email, "000000", home)
      expect(early).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: wait } })
      auth.pass(seconds(wait) - seconds(1))
      expect((await enter(auth, email, "000000", home)).body.retryAfter).toBe(1)
      auth.pass(seconds(1))
    }
  })

  test("the count survives a new PIN, and the wait holds back the right one too", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 5, home)
    const pin = await freshPin(auth, email, phone)
    expect((await enter(auth, email, pin, home)).status).toBe(429)
    auth.pass(seconds(5))
    expect((await enter(auth, email, wrong(pin), home)).status).toBe(401)
    expect((await enter(auth, email, pin, home)).body.retryAfter).toBe(10)
  })

  test("a refusal by the wait costs no try", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 5, home)
    const pin = await freshPin(auth, email, phone)
    for (let times = 0; times < 6; times++) expect((await enter(auth, email, pin, home)).status).toBe(429)
    auth.pass(seconds(5))
    expect((await enter(auth, email, pin, home)).status).toBe(200)
  })

  test("another network is not held up: a stranger cannot lock the owner out", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 5, home)
    const pin = await freshPin(auth, email, phone)
    expect((await enter(auth, email, pin, home)).status).toBe(429)
    expect((await enter(auth, email, pin, "192.0.2.2")).status).toBe(200)
  })

  test("another account from the same network is not held up", async () => {
    const { auth, email } = await known()
    await fail(auth, email, 5, home)
    expect((await enter(auth, person(1).email, "000000", home)).status).toBe(401)
  })

  test("the right PIN ends the count", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 4, home)
    expect((await enter(auth, email, await freshPin(auth, email, phone), home)).status).toBe(200)
    const pin = await freshPin(auth, email, phone)
    for (let times = 0; times < 4; times++) expect((await enter(auth, email, wrong(pin), home)).status).toBe(401)
    expect((await enter(auth, email, pin, home)).status).toBe(200)
  })

  test("addresses of one IPv6 /64 are one network", async () => {
    const { auth, email } = await known()
    for (let host = 1; host <= 5; host++) await fail(auth, email, 1, `2001:db8::${host}`)
    expect((await enter(auth, email, "000000", "2001:db8::abcd")).status).toBe(429)
  })
})

describe("at most 100 failures in a row (NIST SP 800-63B-4, 3.2.2)", () => {
  test("99 leave the account open to its owner, 100 close it for every network", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 99)
    const open = await freshPin(auth, email, phone)
    expect((await enter(auth, email, open, home)).status).toBe(200)

    auth.pass(minutes(10))
    await fail(auth, email, 100)
    const refused = await enter(auth, email, await freshPin(auth, email, phone), home)
    expect(refused).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: 24 * 60 * 60 } })
    expect(refused.headers.get("ratelimit-policy")).toBe('"failures";q=100;w=86400')
  })

  test("a PIN asked for within a day does not lift it, one asked for after a day does", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 100)
    auth.pass(days(1) - seconds(1))
    expect((await enter(auth, email, await freshPin(auth, email, phone), home)).status).toBe(429)
    auth.pass(minutes(10))
    expect((await enter(auth, email, "000000", home)).status).toBe(429)
    expect((await enter(auth, email, await freshPin(auth, email, phone), home)).status).toBe(200)
  })

  test("guesses while it is closed do not prolong it", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 100)
    auth.pass(days(1) - minutes(1))
    for (let times = 0; times < 20; times++) expect((await enter(auth, email, "000000", elsewhere())).status).toBe(429)
    auth.pass(minutes(1))
    expect((await enter(auth, email, await freshPin(auth, email, phone), home)).status).toBe(200)
  })

  test("the account is told", async () => {
    const { auth, email } = await known()
    const account = await auth.core.accounts.by("email", "handbid", email)
    const told = () => auth.core.events.latest(account?.id ?? "", "pins-capped", new Date(0))
    await fail(auth, email, 99)
    expect(await told()).toBeUndefined()
    await fail(auth, email, 1)
    expect(await told()).toEqual(shortlyBefore(auth.now()))
  })
})
