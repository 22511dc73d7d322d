import { expect, onTestFinished, test, vi } from "vitest"
import { setLogLevel } from "@/lib/outside/log"
import { logRequest } from "@/lib/outside/request-log"
import { bearer, elsewhere, join, person } from "@/lib/testing/people"
import { testAuth, watchAll } from "@/lib/testing/test-auth"
import { tours } from "@/lib/testing/tours"

/** Every line that is written from now on, at this level. */
function listen(level: "debug" | "info"): string[] {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    lines.push(String(text))
    return true
  })
  setLogLevel(level)
  onTestFinished(() => {
    spy.mockRestore()
    setLogLevel("info")
  })
  return lines
}

// What people are known by, in any dialect: an email, a phone, an address, a token, a PIN.
const secrets = {
  email: /@|%40/,
  phone: /\d{8,}/,
  address: /\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b|[0-9a-f]{1,4}:[0-9a-f]{1,4}:/,
  token: /Bearer|eyJ|sk_(live|test)_|rt_/,
  pin: /(?<![\d.:-])\d{6}(?![\d-])/,
}

test.each(Object.entries(tours))("a tour of %s logs a line a request, and of people nothing", async (name, tour) => {
  const lines = listen("debug")
  watchAll(logRequest)
  await tour()
  expect(lines.filter((line) => JSON.parse(line).dialect === name).length).toBeGreaterThan(3)
  for (const line of lines) {
    const { id, at, ...told } = JSON.parse(line)
    expect([id, at]).toEqual([expect.any(String), expect.any(String)])
    expect(told).toMatchObject({
      event: "request",
      dialect: expect.any(String),
      operation: expect.stringMatching(/^[A-Z]+ \//),
    })
    const text = JSON.stringify(told)
    for (const [kind, secret] of Object.entries(secrets)) expect(text, kind).not.toMatch(secret)
  }
})

test("a refusal is told with its kind and its limit, and found by the id that the caller gave", async () => {
  const lines = listen("info")
  const auth = await testAuth({ watch: logRequest })
  const { details, email } = person()
  await auth.call("register", { body: details })
  lines.length = 0
  const headers = { "x-request-id": "3f0c2a4e-demo-0001" }
  const answer = await auth.call("resendPin", { body: { email }, address: elsewhere(), headers })
  expect(answer.headers.get("x-request-id")).toBe("3f0c2a4e-demo-0001")
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: "info",
      at: expect.any(String),
      event: "request",
      id: "3f0c2a4e-demo-0001",
      dialect: "handbid",
      operation: expect.stringMatching(/^POST .*resend/),
      status: 429,
      outcome: "refused",
      reason: "wait",
      rule: "wait",
      ms: expect.any(Number),
    },
  ])
})

test.each(["13035551234", "ada@example.com-and-more", "2001:db8:0:0:0:0:0:1", "x".repeat(65), "a b c d e f g h i j k"])(
  "an id that could hold a phone, an email, an address or anything long is replaced: %s",
  async (sent) => {
    const auth = await testAuth()
    const { headers } = await auth.call("auctions", { headers: { "x-request-id": sent } })
    expect(headers.get("x-request-id")).toMatch(/^[\w-]{16,64}$/)
    expect(headers.get("x-request-id")).not.toBe(sent)
  },
)

test("reads that were answered are written at debug alone", async () => {
  const auth = await testAuth({ watch: logRequest })
  const lines = listen("info")
  const { accessToken } = await join(auth)
  lines.length = 0
  await auth.call("auctions", { headers: bearer(accessToken) })
  expect(lines).toEqual([])
  setLogLevel("debug")
  await auth.call("auctions", { headers: bearer(accessToken) })
  expect(lines).toHaveLength(1)
})
