import { describe, expect, test } from "vitest"
import type { Captcha } from "@/lib/firewall/captcha"
import { bearer, elsewhere, goodToken, google, join, person } from "@/lib/testing/people"
import { type CallOptions, type TestAuth, testAuth } from "@/lib/testing/test-auth"
import { minutes, seconds } from "@/lib/time"

type Gate = "emailCheck" | "register" | "resendPin"
const gates: Gate[] = ["emailCheck", "register", "resendPin"]

let strangers = 100
/** One request of somebody else each time, so that only the address's budget can refuse it. */
function knock(auth: TestAuth, gate: Gate, options: CallOptions & { captchaToken?: unknown } = {}) {
  strangers += 1
  const { email, details } = person(strangers % 8000)
  const { captchaToken, ...rest } = options
  const body = { ...(gate === "register" ? details : { email }), captchaToken }
  return auth.call(gate, { body, address: "192.0.2.1", ...rest })
}
async function spendBudget(auth: TestAuth, gate: Gate, options: CallOptions & { captchaToken?: unknown } = {}) {
  for (let requests = 0; requests < 10; requests++) expect((await knock(auth, gate, options)).status).toBeLessThan(300)
}

describe('"Requests that arrive without a captcha token (or with an invalid one) fall back to a stricter rate limit"', () => {
  test.each(gates)("10 requests per 5 minutes per IP on %s, and `retryAfter` up to 300", async (gate) => {
    const auth = await testAuth({ captcha: google })
    await spendBudget(auth, gate)
    const messages = auth.outbox.length
    const refused = await knock(auth, gate)
    expect(refused).toMatchObject({ status: 429, body: { error: "rate_limited", retryAfter: 300 } })
    expect(refused.headers.get("retry-after")).toBe("300")
    expect(refused.headers.get("ratelimit-policy")).toBe('"strict";q=10;w=300')
    expect(refused.headers.get("ratelimit")).toBe('"strict";r=0;t=300')
    expect(auth.outbox).toHaveLength(messages)
    auth.pass(minutes(5) - seconds(1))
    expect((await knock(auth, gate)).body.retryAfter).toBe(1)
    auth.pass(seconds(1))
    expect((await knock(auth, gate)).status).toBeLessThan(300)
  })

  test("per endpoint: another endpoint has a budget of its own", async () => {
    const auth = await testAuth()
    await spendBudget(auth, "emailCheck")
    expect((await knock(auth, "emailCheck")).status).toBe(429)
    expect((await knock(auth, "register")).status).toBe(201)
    expect((await knock(auth, "resendPin")).status).toBe(202)
  })

  test.each([
    ["malformed", "03AGdBq25..."],
    ["empty", ""],
    ["a number", 5],
    ["an object", { token: "good" }],
    ["null", null],
  ])("a token that is %s is not refused, and counts as none", async (_, captchaToken) => {
    const auth = await testAuth({ captcha: google })
    await spendBudget(auth, "emailCheck", { captchaToken })
    expect((await knock(auth, "emailCheck", { captchaToken })).status).toBe(429)
  })

  test("with Google unreachable everybody takes the strict lane", async () => {
    const unreachable: Captcha = { check: async () => "none" }
    const auth = await testAuth({ captcha: unreachable })
    await spendBudget(auth, "emailCheck", { captchaToken: goodToken() })
    expect((await knock(auth, "emailCheck", { captchaToken: goodToken() })).status).toBe(429)
  })
})

describe("a good token", () => {
  test.each(gates)("opens a roomier lane on %s", async (gate) => {
    const auth = await testAuth({ captcha: google })
    await spendBudget(auth, gate)
    expect((await knock(auth, gate)).status).toBe(429)
    for (let requests = 0; requests < 30; requests++)
      expect((await knock(auth, gate, { captchaToken: goodToken() })).status).toBeLessThan(300)
  })

  test("is good once: used again it falls to the strict lane", async () => {
    const auth = await testAuth({ captcha: google })
    const captchaToken = goodToken()
    expect((await knock(auth, "emailCheck", { captchaToken })).status).toBe(200)
    await spendBudget(auth, "emailCheck", { captchaToken })
    expect((await knock(auth, "emailCheck", { captchaToken })).status).toBe(429)
    expect((await knock(auth, "emailCheck", { captchaToken: goodToken() })).status).toBe(200)
  })

  test("is good once over all addresses and endpoints", async () => {
    const auth = await testAuth({ captcha: google })
    const captchaToken = goodToken()
    expect((await knock(auth, "register", { captchaToken, address: elsewhere() })).status).toBe(201)
    await spendBudget(auth, "emailCheck")
    expect((await knock(auth, "emailCheck", { captchaToken })).status).toBe(429)
  })
})

test.each(gates)(
  "a token with a bad score, another action or a foreign hostname is 403 captcha_failed on %s",
  async (gate) => {
    const auth = await testAuth({ captcha: google })
    const refused = await knock(auth, gate, { captchaToken: "bad" })
    expect(refused).toMatchObject({ status: 403, body: { error: "captcha_failed" } })
    expect(auth.outbox).toEqual([])
    expect((await knock(auth, gate)).status).toBeLessThan(300)
  },
)

test("a captcha failure tells nothing of the email", async () => {
  const auth = await testAuth({ captcha: google })
  const { email } = await join(auth)
  const body = { captchaToken: "bad" }
  const known = await auth.call("emailCheck", { body: { ...body, email } })
  expect(known.text).toBe((await auth.call("emailCheck", { body: { ...body, email: "no@example.com" } })).text)
})

describe("keying: an anonymous request is limited by IP and endpoint", () => {
  test("another address has a budget of its own", async () => {
    const auth = await testAuth()
    await spendBudget(auth, "emailCheck")
    expect((await knock(auth, "emailCheck", { address: "192.0.2.2" })).status).toBe(200)
  })

  test.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", 429],
    ["2001:db8:1:2::1", "2001:0DB8:0001:0002::9", 429],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", 200],
    ["192.0.2.1", "::ffff:192.0.2.1", 429],
  ])("an IPv6 subscriber is a /64: after %s comes %s", async (first, second, status) => {
    const auth = await testAuth()
    await spendBudget(auth, "emailCheck", { address: first })
    expect((await knock(auth, "emailCheck", { address: second })).status).toBe(status)
  })

  test("requests with no resolvable IP share one budget, and it is no known address's", async () => {
    const auth = await testAuth()
    await spendBudget(auth, "emailCheck", { address: undefined })
    expect((await knock(auth, "emailCheck", { address: undefined })).status).toBe(429)
    expect((await knock(auth, "emailCheck")).status).toBe(200)
  })

  test('"one with no resolvable IP falls into one shared strict budget", whatever its token', async () => {
    const auth = await testAuth({ captcha: google })
    const nowhere = () => ({ address: undefined, captchaToken: goodToken() })
    for (let requests = 0; requests < 10; requests++) await knock(auth, "emailCheck", nowhere())
    expect((await knock(auth, "emailCheck", nowhere())).status).toBe(429)
  })

  test("a token in Authorization buys nothing on a route that needs none", async () => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    await spendBudget(auth, "emailCheck", { headers: bearer(accessToken) })
    expect((await knock(auth, "emailCheck", { headers: bearer(accessToken) })).status).toBe(429)
  })
})
