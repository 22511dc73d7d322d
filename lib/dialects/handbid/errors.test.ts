import { expect, test } from "vitest"
import { elsewhere, google, join, person, wrong } from "@/lib/testing/people"
import { type CallAnswer, type CallOptions, type TestAuth, testAuth } from "@/lib/testing/test-auth"

type Path = keyof TestAuth["handbid"]
const { email, phone, details } = person()
const send =
  (path: Path, body: unknown, options: CallOptions = {}) =>
  (auth: TestAuth) =>
    auth.call(path, { method: "POST", body, ...options })

/** Each row of the contract's table: status, error, when, and a request that gets it. */
const table: [number, string, string, (auth: TestAuth) => Promise<CallAnswer>][] = [
  [400, "validation_error", "a missing field", send("emailCheck", {})],
  [400, "validation_error", "a malformed field", send("verifyPin", { email, pin: "12" })],
  [400, "validation_error", "an undecodable body", send("emailCheck", "{")],
  [400, "validation_error", "a limit over 100", (auth) => auth.call("auctions", { query: "?limit=101" })],
  [400, "invalid_email", "not an RFC 5321 mailbox", send("emailCheck", { email: "nobody" })],
  [400, "invalid_phone", "not a valid number", send("register", { ...details, mobile: "15551234567" })],
  [400, "invalid_phone", "a landline", send("register", { ...details, mobile: "+442079460123" })],
  [400, "registration_blocked", "whitelabel 4 (OGAC)", send("register", { ...details, whitelabelId: 4 })],
  [400, "registration_blocked", "a country outside the list", send("register", { ...details, mobile: "+61412345678" })],
  [401, "unauthorized", "no token", send("logout", {})],
  [401, "unauthorized", "a bad refresh token", send("refreshToken", { refreshToken: "nonsense" })],
  [401, "invalid_pin", "never sent", send("verifyPin", { email, pin: "123456" })],
  [403, "captcha_failed", "a bad captcha token", send("emailCheck", { email, captchaToken: "bad" })],
  [404, "not_found", "an unknown path", send("nowhere", {})],
  [404, "not_found", "an unknown item", (auth) => auth.call("item", { params: { id: "9" } })],
  [405, "method_not_allowed", "a wrong method", (auth) => auth.call("register")],
  [413, "payload_too_large", "a body over 64 KiB", send("register", { ...details, more: "x".repeat(65536) })],
  [
    409,
    "email_exists",
    "register with a known email",
    async (auth) => {
      await join(auth)
      return auth.call("register", { body: details })
    },
  ],
  [
    429,
    "rate_limited",
    "a wait",
    async (auth) => {
      await auth.call("resendPin", { body: { email } })
      return auth.call("resendPin", { body: { email } })
    },
  ],
  [
    429,
    "rate_limited",
    "a challenge whose 5 tries are spent",
    async (auth) => {
      await auth.call("register", { body: details })
      const body = { email, pin: wrong(auth.pinFor(phone)) }
      for (let tries = 0; tries < 5; tries++) await auth.call("verifyPin", { body, address: elsewhere() })
      return auth.call("verifyPin", { body, address: elsewhere() })
    },
  ],
]

test.each(table)("%i %s: %s", async (status, error, _, provoke) => {
  const auth = await testAuth({ captcha: google })
  const answer = await provoke(auth)
  expect(answer).toMatchObject({ status, body: { error, message: expect.stringMatching(/\w\.$/) } })
  expectShape(answer)
  expect(auth.surprises).toEqual([])
})

test("503 sms_unavailable: no sender took the message", async () => {
  const auth = await testAuth({ sms: { send: async () => ({ fate: "not-accepted", sender: "test" }) } })
  const answer = await auth.call("register", { body: details })
  expect(answer).toMatchObject({ status: 503, body: { error: "sms_unavailable" } })
  expect(answer.headers.get("retry-after")).toBe("30")
  expectShape(answer)
})

test("500 server_error: a surprise is reported, and its words stay inside", async () => {
  const sms = { send: () => Promise.reject(new Error("the secret of the sender")) }
  const auth = await testAuth({ sms })
  const answer = await auth.call("register", { body: details })
  expect(answer).toMatchObject({ status: 500, body: { error: "server_error" } })
  expect(answer.text).not.toContain("secret")
  expectShape(answer)
  expect(auth.surprises).toHaveLength(1)
})

test("a validation_error has one entry a field, each named in the message", async () => {
  const auth = await testAuth()
  const { body } = await auth.call("verifyPin", { body: { whitelabelId: "x" } })
  expect(Object.keys(body.fields).sort()).toEqual(["email", "pin", "whitelabelId"])
  for (const [field, problem] of Object.entries(body.fields)) {
    expect(problem).toContain(field)
    expect(body.message).toContain(problem)
  }
})

/** "Errors: {error, message} on every non-2xx; 429 adds retryAfter equal to the header." */
function expectShape({ status, body, headers }: CallAnswer) {
  const { error, message, fields, retryAfter, ...rest } = body
  expect(rest).toEqual({})
  expect([typeof error, typeof message]).toEqual(["string", "string"])
  expect(headers.get("content-type")).toBe("application/json")
  expect(headers.get("cache-control")).toBe("no-store")
  if (fields !== undefined) expect(error).toBe("validation_error")
  if (status === 401) expect(headers.get("www-authenticate")).toMatch(/^Bearer\b/)
  if (status === 405) expect(headers.get("allow")).toBeTruthy()
  if (status === 429) expect(retryAfter).toBeGreaterThan(0)
  if (retryAfter !== undefined) expect(headers.get("retry-after")).toBe(String(retryAfter))
  if (status === 429) {
    const [, name, time] = /^"(\w+)";r=0;t=(\d+)$/.exec(headers.get("ratelimit") ?? "") ?? []
    expect(time).toBe(String(retryAfter))
    expect(headers.get("ratelimit-policy")).toMatch(new RegExp(`^"${name}";q=\\d+;w=\\d+$`))
    for (const header of ["Retry-After", "RateLimit", "RateLimit-Policy"])
      expect(headers.get("access-control-expose-headers")?.split(", ")).toContain(header)
  }
}
