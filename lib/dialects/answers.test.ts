import { describe, expect, test } from "vitest"
import { readBody } from "@/lib/http/body"
import { bearer, elsewhere, join, person } from "@/lib/testing/people"
import { type TestAuth, testAuth } from "@/lib/testing/test-auth"

type Path = keyof TestAuth["handbid"]
const own: Record<Exclude<Path, "nowhere">, string> = {
  emailCheck: "POST, OPTIONS",
  register: "POST, OPTIONS",
  resendPin: "POST, OPTIONS",
  verifyPin: "POST, OPTIONS",
  refreshToken: "POST, OPTIONS",
  revoke: "POST, OPTIONS",
  logout: "POST, OPTIONS",
  auctions: "GET, HEAD, OPTIONS",
  auction: "GET, HEAD, OPTIONS",
  item: "GET, HEAD, OPTIONS",
  auctionFavorite: "PUT, DELETE, OPTIONS",
  itemFavorite: "PUT, DELETE, OPTIONS",
}
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]

test.each(Object.entries(own))("a wrong method on %s is 405 with Allow: %s", async (path, allow) => {
  const auth = await testAuth()
  for (const method of methods.filter((method) => !allow.split(", ").includes(method))) {
    const answer = await auth.call(path as Path, { method, params: { id: "1" } })
    expect(answer).toMatchObject({ status: 405, body: { error: "method_not_allowed" } })
    expect(answer.headers.get("allow")).toBe(allow)
    expect(answer.headers.get("cache-control")).toBe("no-store")
  }
})

test("an unknown path is 404 in the dialect's shape, whatever the method", async () => {
  const auth = await testAuth()
  for (const method of methods) {
    const answer = await auth.call("nowhere", { method })
    expect(answer.status).toBe(404)
    expect(answer.body).toEqual({ error: "not_found", message: expect.any(String) })
    expect(answer.headers.get("cache-control")).toBe("no-store")
  }
})

test("HEAD answers like GET", async () => {
  const auth = await testAuth()
  expect((await auth.call("auctions", { method: "HEAD" })).status).toBe(200)
  expect((await auth.call("item", { method: "HEAD", params: { id: "9" } })).status).toBe(404)
})

test("every answer that carries a token is no-store", async () => {
  const auth = await testAuth()
  const { email, phone, details } = person()
  await auth.call("register", { body: details })
  const verified = await auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) } })
  const refreshed = await auth.call("refreshToken", { body: { refreshToken: verified.body.refreshToken } })
  for (const answer of [verified, refreshed]) {
    expect(answer.body.accessToken).toBeTruthy()
    expect(answer.headers.get("cache-control")).toBe("no-store")
  }
})

describe("Authorization", () => {
  const { email, phone, details } = person()

  test.each(["Bearer <token>", "Bearer expired", "nonsense", "", "Basic dTpw"])(
    "is ignored where no token is needed: %j",
    async (authorization) => {
      const auth = await testAuth()
      const headers = { authorization }
      expect((await auth.call("emailCheck", { body: { email }, headers })).status).toBe(200)
      expect((await auth.call("register", { body: details, headers })).status).toBe(201)
      auth.pass(30_000)
      expect((await auth.call("resendPin", { body: { email }, headers })).status).toBe(202)
      const verified = await auth.call("verifyPin", { body: { email, pin: auth.pinFor(phone) }, headers })
      const { refreshToken } = verified.body
      expect((await auth.call("refreshToken", { body: { refreshToken }, headers })).status).toBe(200)
      expect((await auth.call("revoke", { body: { refreshToken }, headers })).status).toBe(204)
    },
  )

  test("that does not hold is 401 where a token is optional; none is anonymous", async () => {
    const auth = await testAuth()
    for (const [path, id] of [
      ["auctions", ""],
      ["auction", "1"],
      ["item", "101"],
    ] as const) {
      expect((await auth.call(path, { params: { id } })).status).toBe(200)
      for (const authorization of ["Bearer nonsense", "Bearer", "nonsense", ""]) {
        const answer = await auth.call(path, { params: { id }, headers: { authorization } })
        expect(answer).toMatchObject({ status: 401, body: { error: "unauthorized" } })
        expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="latchkey", error="invalid_token"')
      }
    }
  })

  test("that is missing is challenged without an error (RFC 6750, section 3)", async () => {
    const auth = await testAuth()
    const answer = await auth.call("logout", { body: {} })
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="latchkey"')
  })

  test("is read whatever the case of its scheme", async () => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    for (const scheme of ["Bearer", "bearer", "BEARER"])
      expect((await auth.call("auctions", { headers: { authorization: `${scheme} ${accessToken}` } })).status).toBe(200)
  })

  test("is needed before a body is looked at", async () => {
    const auth = await testAuth()
    expect((await auth.call("logout", { body: "{" })).status).toBe(401)
  })
})

test("dialect routes never read cookies", async () => {
  const auth = await testAuth()
  const { accessToken } = await join(auth)
  const headers = { cookie: `latchkey=${accessToken}; accessToken=${accessToken}; __Host-latchkey=${accessToken}` }
  expect((await auth.call("logout", { body: {}, headers })).status).toBe(401)
  expect((await auth.call("auctions", { headers })).text).not.toContain("isFavorite")
  expect((await auth.call("auctions", { headers: { ...headers, ...bearer(accessToken) } })).status).toBe(200)
})

describe("unknown and dangerous fields", () => {
  test("unknown fields are ignored", async () => {
    const auth = await testAuth()
    const body = {
      ...person().details,
      role: "operator",
      id: 1,
      accountId: "x",
      purpose: "sign-in",
      phone: "+1",
      tries: 9,
    }
    expect((await auth.call("register", { body })).status).toBe(201)
    expect(auth.outbox.map(({ to }) => to)).toEqual([person().phone])
  })

  test.each([
    ["application/json", (key: string) => `{"${key}":{"email":"a@example.com","polluted":"yes"}}`],
    ["application/json", (key: string) => JSON.stringify(`{"${key}":{"email":"a@example.com","polluted":"yes"}}`)],
    ["application/json", (key: string) => `{"a":{"${key}":{"polluted":"yes"}}}`],
    ["application/x-www-form-urlencoded", (key: string) => `${key}[email]=a%40example.com&${key}[polluted]=yes`],
    ["application/x-www-form-urlencoded", (key: string) => `a[${key}][polluted]=yes&a[b]=c`],
  ])("%s: __proto__, constructor and prototype never reach an object", async (type, write) => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const auth = await testAuth()
      const headers = { "content-type": type }
      const answer = await auth.call("emailCheck", { body: write(key), headers, address: elsewhere() })
      expect(answer).toMatchObject({ status: 400, body: { error: "validation_error" } })
      expect(Object.keys(answer.body.fields)).toEqual(["email"])
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      expect(auth.surprises).toEqual([])
    }
  })

  test.each([
    ["application/json", (key: string) => `{"${key}":{"a":1},"b":{"${key}":1},"c":[{"${key}":1}]}`],
    ["application/x-www-form-urlencoded", (key: string) => `${key}=1&${key}[a]=1&b[${key}]=1&c[0][${key}][d]=1`],
  ])("%s: they are gone as soon as the body is read", async (type, write) => {
    for (const key of ["__proto__", "constructor", "prototype"]) {
      const request = new Request("https://latchkey.example", {
        method: "POST",
        body: write(key),
        headers: { "content-type": type },
      })
      expect(JSON.stringify(await readBody(request))).not.toContain(key)
    }
  })

  test("an email is the same with spaces around it and in any case", async () => {
    const auth = await testAuth()
    await join(auth)
    for (const email of [" person0@example.com", "PERSON0@Example.COM\n", "\u00a0person0@example.com\t"])
      expect((await auth.call("emailCheck", { body: { email }, address: elsewhere() })).body.exists).toBe(true)
  })

  test.each(["a\u0000@example.com", "\ud800a@example.com", "a@exam\udc00ple.com"])(
    "NUL and lone surrogates are refused with the field's own error: %j",
    async (email) => {
      const auth = await testAuth()
      for (const path of ["emailCheck", "resendPin"] as const)
        expect((await auth.call(path, { body: { email } })).body.error).toBe("invalid_email")
      expect((await auth.call("verifyPin", { body: { email, pin: "123456" } })).body.error).toBe("invalid_email")
      expect(auth.surprises).toEqual([])
    },
  )
})
