import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { bearer, elsewhere } from "@/lib/testing/people"
import { basic, joinShop, machines } from "@/lib/testing/shoppers"
import { type CallAnswer, testAuth } from "@/lib/testing/test-auth"

const names = ["email", "password", "firstName", "lastName", "refreshToken", "name", "scopes"]
const oauthNames = ["grant_type", "grantType", "client_id", "clientSecret", "client_secret", "scope", "token"]

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "",
    "\0",
    "\ud800",
    "a@b.example",
    "x".repeat(5000),
    "__proto__",
    "client_credentials",
    "rt_",
    [],
    {},
  ),
  fc.constantFrom(null, true, 0, -1, 1e300, ["a", 1], { $ne: null }, [["read:orders"]], "%00", "' OR 1=1 --"),
)
const objects = fc.dictionary(
  fc.oneof(fc.constantFrom(...names, ...oauthNames), fc.constantFrom("__proto__", "constructor", "x")),
  odd,
)
const bodies = fc.oneof(
  objects.map((body) => JSON.stringify(body)),
  objects.map((body) => JSON.stringify(JSON.stringify(body))),
  objects.map((body) => new URLSearchParams(Object.entries(body).map(([k, v]) => [k, String(v)])).toString()),
  odd.map((body) => JSON.stringify(body)),
  fc.string({ unit: "binary" }),
  fc.uint8Array({ minLength: 1, maxLength: 200 }),
  fc.constantFrom(
    "{",
    "[]",
    '"',
    "null",
    "[".repeat(5000),
    "a[b][c][d][e][f][g]=h",
    "&&&",
    "%zz",
    `{"a":${"9".repeat(400)}}`,
  ),
)
const types = fc.constantFrom(
  "application/json",
  "application/x-www-form-urlencoded",
  "*/*",
  "text/plain",
  "multipart/form-data",
)
const requests = fc.sample(fc.tuple(bodies, types), { numRuns: 500, seed: 20260301 })

const isProblem = (answer: CallAnswer) => {
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.headers.get("content-type")).toContain("application/json")
  expect(answer.headers.get("cache-control")).toBe("no-store")
}

describe("500 malformed bodies get a 4xx in Commerce's shape", () => {
  test.each(["register", "login", "refresh", "apiKeys"] as const)("%s", async (path) => {
    const auth = await testAuth()
    const signedIn = path === "apiKeys" ? bearer((await joinShop(auth)).accessToken) : {}
    for (const [body, type] of requests) {
      const headers = { "content-type": type, ...signedIn }
      const answer = await auth.callTo("commerce", path, { body, headers, method: "POST", address: elsewhere() })
      isProblem(answer)
      expect(answer.body).toEqual({
        error: expect.objectContaining({ code: expect.any(String), message: expect.any(String) }),
      })
    }
    expect(auth.surprises).toEqual([])
  })
})

describe("500 malformed bodies get a 4xx in OAuth's shape", () => {
  test.each(["token", "introspect", "revoke"] as const)("%s", async (path) => {
    const auth = await testAuth({ oauthClients: machines })
    for (const [index, [body, type]] of requests.entries()) {
      // Every other one comes from a client that has proved itself. What it says well formed, if anything, is heard.
      const known = index % 2 === 0 ? basic(machines[0] as (typeof machines)[0]) : {}
      const headers = { "content-type": type, ...known }
      const answer = await auth.callTo("oauth", path, { body, headers, method: "POST", address: elsewhere() })
      if (answer.status === 200) continue
      isProblem(answer)
      expect(answer.body).toEqual({ error: expect.any(String), error_description: expect.any(String) })
    }
    expect(auth.surprises).toEqual([])
  })
})

describe("the frame speaks the dialect's own shape", () => {
  const shapes = {
    commerce: ["login", { error: { code: expect.any(String), message: expect.any(String) } }],
    oauth: ["token", { error: expect.any(String), error_description: expect.any(String) }],
  } as const

  test.each(["commerce", "oauth"] as const)(
    "%s: too large 413, wrong method 405 with Allow, no such path 404",
    async (name) => {
      const auth = await testAuth()
      const [path, shape] = shapes[name]
      const at = path as never
      const large = await auth.callTo(name, at, { body: { email: "x".repeat(70_000) } })
      expect(large).toMatchObject({ status: 413, body: shape })
      const method = await auth.callTo(name, at, { method: "GET" })
      expect(method).toMatchObject({ status: 405, body: shape })
      expect(method.headers.get("allow")).toBe("POST, OPTIONS")
      expect(await auth.callTo(name, "nowhere", { body: {} })).toMatchObject({ status: 404, body: shape })
    },
  )

  test("an origin that is listed gets its preflight, any other gets nothing", async () => {
    const auth = await testAuth({ origins: ["https://shop.example"] })
    const preflight = (origin: string) => auth.callTo("commerce", "login", { method: "OPTIONS", headers: { origin } })
    const known = await preflight("https://shop.example")
    expect(known.headers.get("access-control-allow-origin")).toBe("https://shop.example")
    expect(known.headers.get("access-control-allow-headers")).toContain("Authorization")
    expect((await preflight("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull()
  })
})
