import { describe, expect, test } from "vitest"
import { enter, exhaust, freshPin, home, waiting } from "@/lib/testing/guessing"
import { elsewhere, join, person, wrong } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { hours, minutes, seconds } from "@/lib/time"

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

describe("a stranger's guesses", () => {
  test("at a PIN that has expired take nothing from the owner, however many there are", async () => {
    const { auth, email, phone } = await known()
    await fail(auth, email, 110)
    expect((await enter(auth, email, await freshPin(auth, email, phone), home)).status).toBe(200)
  })

  test("five of them do not kill the PIN for whoever asked for it", async () => {
    const { auth, email, pin } = await waiting()
    for (let tries = 0; tries < 5; tries++) expect((await enter(auth, email, wrong(pin), elsewhere())).status).toBe(401)
    expect((await enter(auth, email, wrong(pin), elsewhere())).status).toBe(429)
    expect((await enter(auth, email, pin, home)).status).toBe(200)
  })

  test("are heard ten times at one account, and then one in five days", async () => {
    const all = await waiting()
    const { auth, email, phone } = all
    await exhaust(all)
    const refused = await enter(auth, email, auth.pinFor(phone), elsewhere())
    expect(refused).toMatchObject({ status: 429, body: { error: "rate_limited" } })
    expect(refused.headers.get("ratelimit-policy")).toBe('"guesses-account";q=10;w=4320000')
    auth.pass(seconds(refused.body.retryAfter))
    expect((await enter(auth, email, await freshPin(auth, email, phone), elsewhere())).status).toBe(200)
  })

  test("at whoever shares the phone under other emails are counted together: emails are free, a phone is not", async () => {
    const all = await waiting()
    const { auth, phone } = all
    await exhaust(all)
    const body = { ...person(5).details, mobile: phone }
    auth.pass(hours(1))
    expect((await auth.call("register", { body, address: elsewhere() })).status).toBe(201)
    const answer = await enter(auth, person(5).email, auth.pinFor(phone), elsewhere())
    expect(answer.headers.get("ratelimit-policy")).toContain("guesses-account")
  })

  test("are no evidence once the right PIN follows from where they came from", async () => {
    const auth = await testAuth()
    const { email, phone } = await join(auth)
    for (let round = 0; round < 5; round++) {
      const address = elsewhere()
      await auth.call("emailCheck", { body: { email }, address })
      for (let tries = 0; tries < 4; tries++)
        expect((await enter(auth, email, wrong(auth.pinFor(phone)), address)).status).toBe(401)
      expect((await enter(auth, email, auth.pinFor(phone), address)).status).toBe(200)
      auth.pass(hours(5))
    }
  })

  test("that use up what there is are told to the account's owner", async () => {
    const all = await waiting()
    const { auth, email } = all
    const account = await auth.core.accounts.by("email", "handbid", email)
    const told = () => auth.core.events.latest(account?.id ?? "", "pins-capped", new Date(0))
    await enter(auth, email, wrong(all.pin), elsewhere())
    expect(await told()).toBeUndefined()
    await exhaust(all)
    await auth.settled()
    expect(await told()).toBeDefined()
  })
})
