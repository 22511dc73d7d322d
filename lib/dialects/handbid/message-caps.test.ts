import { describe, expect, test } from "vitest"
import { applied, check, resend } from "@/lib/testing/asking"
import { elsewhere, join, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { days, hours, minutes, seconds } from "@/lib/time"

describe("messages to one phone", () => {
  /** One message to this phone, under yet another email. */
  const toPhone = (auth: TestAuth, number: number) =>
    auth.call("register", { body: { ...person(number).details, mobile: person(0).phone }, address: elsewhere() })

  test("4 an hour, whichever strangers ask", async () => {
    const auth = await testAuth()
    for (let number = 1; number <= 4; number++) expect((await toPhone(auth, number)).status).toBe(201)
    const refused = await toPhone(auth, 6)
    expect(refused).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: 3600 } })
    expect(refused.headers.get("ratelimit-policy")).toBe('"strangers-hour";q=4;w=3600')
    expect(auth.outbox).toHaveLength(4)
    auth.pass(hours(1) - seconds(1))
    expect((await toPhone(auth, 7)).status).toBe(429)
    auth.pass(seconds(1))
    expect((await toPhone(auth, 8)).status).toBe(201)
  })

  test("8 a day, whichever strangers ask", async () => {
    const auth = await testAuth()
    for (let number = 1; number <= 8; number++) {
      if (number === 5) auth.pass(hours(1))
      expect((await toPhone(auth, number)).status).toBe(201)
    }
    auth.pass(hours(1))
    const refused = await toPhone(auth, 11)
    expect(refused).toMatchObject({ status: 429, body: { retryAfter: 22 * 60 * 60 } })
    expect(refused.headers.get("ratelimit-policy")).toBe('"strangers-day";q=8;w=86400')
    auth.pass(hours(22))
    expect((await toPhone(auth, 12)).status).toBe(201)
  })

  test("5 an hour and 10 a day in all: what strangers may not use up is for the owner's own devices", async () => {
    const auth = await testAuth()
    const { email, phone, accessToken } = await join(auth)
    auth.pass(days(1))
    auth.outbox.length = 0
    const ownDevice = { authorization: `Bearer ${accessToken}` }
    for (let hour = 0; hour < 24; hour++) {
      const sent = auth.outbox.length
      for (let number = 1; number <= 4; number++) {
        await toPhone(auth, hour * 10 + number)
        await check(auth, email)
      }
      for (let again = 0; again < 3; again++) {
        await auth.call("emailCheck", { body: { email }, headers: ownDevice, address: elsewhere() })
        auth.pass(minutes(5))
      }
      if (hour === 0) expect(auth.outbox.length).toBe(5)
      expect(auth.outbox.length - sent).toBeLessThanOrEqual(5)
      auth.pass(minutes(45) - 1)
    }
    expect(auth.outbox.every(({ to }) => to === phone)).toBe(true)
    expect(auth.outbox).toHaveLength(10)
  })

  test("5 a day for what one network asks for in a person's name, while another network still gets one", async () => {
    const auth = await testAuth()
    const { email } = await join(auth)
    auth.pass(days(1))
    auth.outbox.length = 0
    for (let asked = 0; asked < 12; asked++) {
      await auth.call("emailCheck", { body: { email }, address: "192.0.2.1" })
      auth.pass(minutes(61))
    }
    expect(auth.outbox).toHaveLength(5)
    await check(auth, email)
    expect(auth.outbox).toHaveLength(6)
  })

  test("another phone has a budget of its own", async () => {
    const auth = await testAuth()
    for (let number = 1; number <= 6; number++) await toPhone(auth, number)
    expect((await auth.call("register", { body: person(7).details, address: elsewhere() })).status).toBe(201)
  })

  test("4 an hour for one email, however it is asked for, and whether or not anybody has it", async () => {
    for (const real of [true, false]) {
      const auth = await testAuth()
      const { email } = person()
      if (real) await applied(auth)
      else await resend(auth, email)
      for (const wait of [30, 60, 120]) {
        auth.pass(seconds(wait))
        expect((await resend(auth, email)).status).toBe(202)
      }
      auth.pass(seconds(240))
      expect(await resend(auth, email)).toMatchObject({ status: 429, body: { retryAfter: 3600 - 450 } })
    }
  })

  test("a request that was refused costs nothing of the budgets", async () => {
    const auth = await testAuth()
    const { email } = await applied(auth)
    for (let times = 0; times < 20; times++) expect((await resend(auth, email)).status).toBe(429)
    for (const wait of [30, 60, 120]) {
      auth.pass(seconds(wait))
      expect((await resend(auth, email)).status).toBe(202)
    }
    expect(auth.outbox).toHaveLength(4)
  })

  test("over two days of asking at every chance a phone gets 16", async () => {
    const auth = await testAuth()
    const { email } = await applied(auth)
    for (let asked = 0; asked < 96 * 2 - 1; asked++) {
      auth.pass(days(1) / 96)
      await resend(auth, email)
    }
    expect(auth.outbox).toHaveLength(16)
  })
})
