import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { socialAuth } from "@/lib/testing/local-providers"
import { elsewhere } from "@/lib/testing/people"
import { minutes } from "@/lib/time"

const device = { "client-device-id": "device-a" }
const shape = (status: number, code: string) => ({
  status,
  body: { status, error: { code, message: expect.any(String) } },
})

test.each([
  ["login", '{"provider":', 400, "VALIDATION_FAILED"],
  ["login", "[1]", 400, "VALIDATION_FAILED"],
  ["login", "7", 400, "VALIDATION_FAILED"],
  ["login", new Uint8Array([0xff, 0xfe]), 400, "VALIDATION_FAILED"],
  ["refresh", `{"refresh_token":"${"x".repeat(65536)}"}`, 413, "PAYLOAD_TOO_LARGE"],
] as const)("%s with %.30s gets %i %s", async (path, body, status, code) => {
  const auth = await socialAuth()
  expect(await auth.callTo("social", path, { body, headers: device })).toMatchObject(shape(status, code))
})

test.each(["login", "refresh", "logout"] as const)("%s is POST alone", async (path) => {
  const auth = await socialAuth()
  for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
    const answer = await auth.callTo("social", path, { method, headers: device })
    expect(answer).toMatchObject(shape(405, "METHOD_NOT_ALLOWED"))
    expect(answer.headers.get("allow")).toBe("POST, OPTIONS")
  }
})

test("a path that is not there gets 404", async () => {
  expect(await (await socialAuth()).callTo("social", "nowhere")).toMatchObject(shape(404, "NOT_FOUND"))
})

test("a form, JSON in a JSON string and any content type are read", async () => {
  const auth = await socialAuth()
  const fields = { provider: "google", token: await auth.providers.google.idToken() }
  const bodies: [unknown, string][] = [
    [new URLSearchParams(fields).toString(), "application/x-www-form-urlencoded"],
    [JSON.stringify(JSON.stringify(fields)), "application/json"],
    [JSON.stringify(fields), "*/*"],
  ]
  for (const [body, type] of bodies) {
    const headers = { ...device, "content-type": type }
    expect((await auth.callTo("social", "login", { body, headers })).status).toBe(200)
  }
})

test("login and refresh ignore Authorization; logout asks for it", async () => {
  const auth = await socialAuth()
  const token = await auth.providers.google.idToken()
  const headers = { ...device, authorization: "Bearer nonsense" }
  expect((await auth.login({ provider: "google", token }, headers)).status).toBe(200)
  for (const authorization of ["Bearer nonsense", "Basic x", ""]) {
    const answer = await auth.callTo("social", "logout", { method: "POST", headers: { authorization } })
    expect(answer).toMatchObject(shape(401, "UNAUTHORIZED"))
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/)
  }
})

test("a page of a listed origin may send the headers", async () => {
  const auth = await socialAuth({ origins: ["https://app.example"] })
  const headers = { origin: "https://app.example" }
  const answer = await auth.callTo("social", "login", { method: "OPTIONS", headers })
  expect(answer.headers.get("access-control-allow-headers")).toContain("Client-Device-Id, Client-Info")
})

describe("429 RATE_LIMITED", () => {
  test.each([
    ["login", 100, { provider: "google", token: "not a token" }, 401],
    ["refresh", 300, { refresh_token: "not a token" }, 401],
  ] as const)("%s after %i in five minutes from one network, and from no other", async (path, points, body, before) => {
    const auth = await socialAuth()
    const call = (address: string) => auth.callTo("social", path, { body, headers: device, address })
    const here = elsewhere()
    for (let n = 0; n < points; n += 1) expect((await call(here)).status).toBe(before)
    const refused = await call(here)
    expect(refused).toMatchObject(shape(429, "RATE_LIMITED"))
    for (const name of ["retry-after", "ratelimit", "ratelimit-policy"]) expect(refused.headers.has(name)).toBe(true)
    expect((await call(elsewhere())).status).toBe(before)
    auth.pass(minutes(5))
    expect((await call(here)).status).toBe(before)
  })
})

test.each(["login", "refresh", "logout"] as const)(
  "500 malformed bodies for %s get nothing but 4xx, in the dialect's shape",
  async (path) => {
    const auth = await socialAuth()
    const word = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("google", "apple", "a.b.c", "", "\0"))
    const fields = fc.constantFrom("provider", "token", "name", "refresh_token", "__proto__", "constructor")
    const body = fc.oneof(
      fc.dictionary(fields, fc.oneof(word, fc.jsonValue()), { noNullPrototype: true }),
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.string(),
      fc.uint8Array(),
    )
    const header = fc.stringMatching(/^[\x21-\x7e\x80-\xff]{0,40}$/)
    await fc.assert(
      fc.asyncProperty(body, header, header, async (sent, deviceId, info) => {
        const headers = { "client-device-id": deviceId, "client-info": info, authorization: `Bearer ${info}` }
        const answer = await auth.callTo("social", path, { method: "POST", body: sent, headers, address: elsewhere() })
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
        expect(answer.body).toEqual({
          status: answer.status,
          error: { code: expect.any(String), message: expect.any(String) },
        })
      }),
      { numRuns: 500 },
    )
    expect(auth.surprises).toEqual([])
  },
)

test("a token of this API opens nothing in another, and the other way round", async () => {
  const auth = await socialAuth()
  const { body } = await auth.login({ provider: "google", token: await auth.providers.google.idToken() })
  const { access_token, refresh_token } = body.data
  const headers = { authorization: `Bearer ${access_token}` }
  expect((await auth.callTo("handbid", "logout", { method: "POST", headers })).status).toBe(401)
  const refreshToken = { refreshToken: refresh_token }
  expect((await auth.callTo("handbid", "refreshToken", { body: refreshToken })).status).toBe(401)
  expect((await auth.logout(access_token)).status).toBe(200)
})
