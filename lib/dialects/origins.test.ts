import { describe, expect, test } from "vitest"
import { everyOperation } from "@/lib/reference/openapi"
import { bearer, join, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"

const home = "https://latchkey.example"
const listed = "https://app.example"
const { email, phone, details } = person()
const gates = ["emailCheck", "register", "resendPin"] as const
const paths = [...gates, "verifyPin", "refreshToken", "revoke", "logout", "auctions", "auction", "item"] as const

const preflight = (auth: TestAuth, path: keyof TestAuth["handbid"], origin: string) =>
  auth.call(path, {
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type,authorization,x-client-id",
    },
  })

describe("a strange page must not make its visitors send texts", () => {
  test.each([
    "https://evil.example",
    "null",
    "",
    "http://latchkey.example",
    "https://latchkey.example:8443",
    "https://latchkey.example.evil.example",
    "https://LATCHKEY.example",
    listed,
  ])("Origin: %j is 403 on every route that can cause an SMS, and sends nothing", async (origin) => {
    const auth = await testAuth()
    await join(auth)
    auth.pass(60_000)
    for (const path of gates) {
      const body = path === "register" ? person(1).details : { email }
      const answer = await auth.call(path, { body, headers: { origin } })
      expect(answer.status).toBe(403)
      expect(answer.body).toEqual({ error: expect.any(String), message: expect.any(String) })
      expect(answer.headers.get("access-control-allow-origin")).toBeNull()
    }
    expect(auth.outbox).toHaveLength(1)
  })

  test("X-Forwarded-Host changes nothing", async () => {
    const auth = await testAuth()
    const headers = { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" }
    expect((await auth.call("register", { body: details, headers })).status).toBe(403)
    expect(auth.outbox).toEqual([])
  })

  test("a form or a body of any type needs no preflight, and is refused all the same", async () => {
    const auth = await testAuth()
    const body = new URLSearchParams(details).toString()
    for (const type of ["application/x-www-form-urlencoded", "text/plain", "*/*"]) {
      const headers = { origin: "https://evil.example", "content-type": type }
      expect((await auth.call("register", { body, headers })).status).toBe(403)
    }
    expect(auth.outbox).toEqual([])
  })

  test.each([undefined, home, listed])("Origin: %j may", async (origin) => {
    const auth = await testAuth({ origins: [listed] })
    const headers: Record<string, string> = origin ? { origin } : {}
    expect((await auth.call("register", { body: details, headers })).status).toBe(201)
    expect(auth.outbox).toHaveLength(1)
  })
})

describe("CORS", () => {
  test("is off by default: a strange origin is let read nothing", async () => {
    const auth = await testAuth()
    for (const path of paths) {
      const answer = await preflight(auth, path, listed)
      expect(answer.status).toBe(204)
      for (const header of [
        "access-control-allow-origin",
        "access-control-allow-methods",
        "access-control-allow-headers",
      ])
        expect(answer.headers.get(header)).toBeNull()
    }
    const seen = await auth.call("auctions", { headers: { origin: listed } })
    expect(seen.headers.get("access-control-allow-origin")).toBeNull()
    expect(seen.headers.get("vary")).toBe("Origin")
  })

  test.each(paths)("preflights of a listed origin work on %s", async (path) => {
    const auth = await testAuth({ origins: [listed] })
    const answer = await preflight(auth, path, listed)
    expect(answer).toMatchObject({ status: 204, text: "" })
    expect(answer.headers.get("access-control-allow-origin")).toBe(listed)
    expect(answer.headers.get("access-control-allow-methods")).toBe(answer.headers.get("allow"))
    const headers = answer.headers.get("access-control-allow-headers")?.toLowerCase().split(", ")
    expect(headers).toEqual(expect.arrayContaining(["content-type", "authorization", "x-client-id"]))
  })

  test("a listed origin reads answers and errors, and never with credentials", async () => {
    const auth = await testAuth({ origins: [listed] })
    const headers = { origin: listed }
    const answers = [
      await auth.call("emailCheck", { body: { email }, headers }),
      await auth.call("emailCheck", { body: {}, headers }),
      await auth.call("emailCheck", { method: "PUT", headers }),
      await auth.call("logout", { body: {}, headers }),
      await auth.call("auctions", { headers }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 405, 401, 200])
    for (const answer of answers) {
      expect(answer.headers.get("access-control-allow-origin")).toBe(listed)
      expect(answer.headers.get("access-control-allow-credentials")).toBeNull()
      expect(answer.headers.get("vary")).toBe("Origin")
    }
  })

  test.each(["handbid", "goodcity", "commerce", "oauth", "social"] as const)(
    "%s: a listed origin is told of a path that is not there, a strange one reads nothing",
    async (dialect) => {
      const auth = await testAuth({ origins: [listed] })
      const missing = await auth.callTo(dialect, "nowhere", { body: {}, headers: { origin: listed } })
      expect(missing.status).toBe(404)
      expect(missing.headers.get("access-control-allow-origin")).toBe(listed)
      expect(missing.headers.get("vary")).toBe("Origin")
      expect(missing.headers.get("access-control-expose-headers")).toContain("Retry-After")
      const ask = (origin: string) =>
        auth.callTo(dialect, "nowhere", {
          method: "OPTIONS",
          headers: { origin, "access-control-request-method": "POST" },
        })
      const asked = await ask(listed)
      expect(asked.status).toBe(204)
      expect(asked.headers.get("access-control-allow-methods")).toContain("POST")
      for (const strange of [await ask("https://evil.example"), await auth.callTo(dialect, "nowhere", { body: {} })]) {
        expect(strange.status).toBe(404)
        expect(strange.headers.get("access-control-allow-origin")).toBeNull()
      }
    },
  )

  test("a strange origin may read with a token that it was given, and do nothing with it", async () => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    const headers = { ...bearer(accessToken), origin: "https://evil.example" }
    const answer = await auth.call("auctions", { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get("access-control-allow-origin")).toBeNull()
    expect((await auth.call("logout", { body: {}, headers })).status).toBe(403)
    expect((await auth.call("auctions", { headers: bearer(accessToken) })).status).toBe(200)
  })
})

describe("a strange page must not make its visitors spend tries, or do anything else", () => {
  const actions = everyOperation().filter(({ method }) => method !== "GET")

  test.each(actions.map((action) => [action.operationId, action] as const))(
    "%s refuses it before anything else, and says so in its dialect's shape",
    async (_, { dialectName, pathName, method }) => {
      const auth = await testAuth({ origins: [listed] })
      for (const origin of ["https://evil.example", "null", "", "https://app.example.evil.example"]) {
        const body = method === "POST" ? { body: "{" } : {}
        const headers = { origin, "content-type": "text/plain" }
        const answer = await auth.callTo(dialectName as "handbid", pathName as "item", { method, ...body, headers })
        expect(answer.status).toBe(403)
        expect(answer.headers.get("access-control-allow-origin")).toBeNull()
      }
      const known = { method, headers: { origin: listed }, ...(method === "POST" && { body: "{" }) }
      expect((await auth.callTo(dialectName as "handbid", pathName as "item", known)).status).not.toBe(403)
    },
  )

  test("Handbid: wrong PINs of strange pages cost their owner no try", async () => {
    const auth = await testAuth()
    await auth.call("register", { body: details })
    const pin = auth.pinFor(phone)
    const wrong = JSON.stringify({ email, pin: pin === "000000" ? "000001" : "000000" })
    for (let tries = 0; tries < 6; tries += 1) {
      const headers = { origin: "https://evil.example", "content-type": "text/plain" }
      expect((await auth.call("verifyPin", { body: wrong, headers })).status).toBe(403)
    }
    expect((await auth.call("verifyPin", { body: { email, pin } })).status).toBe(200)
  })
})
