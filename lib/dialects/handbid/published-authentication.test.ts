import { describe, expect, test } from "vitest"
import { bearer, elsewhere, join, person, signIn } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { seconds } from "@/lib/time"

// Each name quotes a sentence of the published page "Authentication". What it says of the captcha and of limits is
// proved in captcha.test.ts and keying.test.ts.

const published = {
  emailCheck: { email: "alice@example.com", captchaToken: "03AGdBq25..." },
  register: {
    firstname: "Alice",
    lastname: "Smith",
    email: "alice@example.com",
    mobile: "3035551212",
    countryCode: "US",
    captchaToken: "03AGdBq25...",
  },
}
const unauthorized = { error: "unauthorized", message: "Your request was made with invalid credentials." }

describe("The flow", () => {
  test('"If found: sends an SMS PIN to the phone on file. Responds with { exists: true }"', async () => {
    const auth = await testAuth()
    const { email, phone } = await join(auth)
    const answer = await auth.call("emailCheck", { body: { ...published.emailCheck, email } })
    expect(answer).toMatchObject({ status: 200, body: { exists: true } })
    expect(auth.outbox).toHaveLength(2)
    expect(auth.outbox[1]).toMatchObject({ to: phone, body: expect.stringContaining(auth.pinFor(phone)) })
  })

  test('"If not found: responds with { exists: false } so your UI can switch to the registration path"', async () => {
    const auth = await testAuth()
    const answer = await auth.call("emailCheck", { body: published.emailCheck })
    expect(answer).toMatchObject({ status: 200, body: { exists: false } })
    expect(auth.outbox).toEqual([])
  })

  test("the operation's own page says `userFound`: the same boolean twice, and nothing else", async () => {
    const auth = await testAuth()
    const { email } = await join(auth)
    const known = await auth.call("emailCheck", { body: { email } })
    expect(known.body).toEqual({ exists: true, userFound: true })
    const unknown = await auth.call("emailCheck", { body: { email: "nobody@example.com" } })
    expect(unknown.body).toEqual({ exists: false, userFound: false })
  })

  test('"The server creates the account and sends the SMS PIN"', async () => {
    const auth = await testAuth()
    expect(await auth.call("register", { body: published.register })).toMatchObject({ status: 201 })
    const pin = auth.pinFor("+13035551212")
    expect(await auth.call("verifyPin", { body: { email: "alice@example.com", pin } })).toMatchObject({ status: 200 })
    expect((await auth.call("emailCheck", { body: published.emailCheck })).body.exists).toBe(true)
  })

  test('"Submit the email + the PIN the user read from SMS. On success the response contains the bearer token"', async () => {
    const auth = await testAuth()
    await auth.call("register", { body: published.register })
    const read = /^\d{6}/.exec(auth.outbox[0]?.body ?? "")?.[0]
    const answer = await auth.call("verifyPin", { body: { email: published.register.email, pin: read } })
    expect(answer.body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]{43}$/),
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      expiresIn: 2592000,
    })
    expect(await auth.call("logout", { body: {}, headers: bearer(answer.body.accessToken) })).toMatchObject({
      status: 204,
    })
  })

  test('"No grant-type, client-id, or client-secret handling on the client side"', async () => {
    const auth = await testAuth()
    expect((await join(auth)).accessToken).toBeTruthy()
  })

  test('"the server issues a token tied to their account"', async () => {
    const auth = await testAuth()
    const [one, other] = [await join(auth, 1), await join(auth, 2)]
    await auth.call("itemFavorite", { method: "PUT", headers: bearer(one.accessToken), params: { id: "101" } })
    const seenBy = async (who: { accessToken: string }) =>
      (await auth.call("item", { headers: bearer(who.accessToken), params: { id: "101" } })).body.isFavorite
    expect([await seenBy(one), await seenBy(other)]).toEqual([true, false])
  })

  test('"expiresIn is in seconds. Tokens live for 30 days"', async () => {
    const auth = await testAuth()
    const { accessToken, expiresIn } = await join(auth)
    expect(expiresIn).toBe(30 * 24 * 60 * 60)
    auth.pass(seconds(expiresIn - 1))
    expect((await auth.call("auctions", { headers: bearer(accessToken) })).status).toBe(200)
    auth.pass(seconds(1))
    expect((await auth.call("auctions", { headers: bearer(accessToken) })).status).toBe(401)
  })
})

describe("Storing the token", () => {
  test('"you can request a shorter window per-integration"', async () => {
    const auth = await testAuth({ clientLifetimes: { vt: 900 } })
    const { accessToken, expiresIn } = await join(auth, 0, { "x-client-id": "vt" })
    expect(expiresIn).toBe(900)
    auth.pass(seconds(900))
    expect((await auth.call("auctions", { headers: bearer(accessToken) })).status).toBe(401)
  })

  test('"If a token leaks, the only recourse is to mint a new one via the SMS flow": a new one does not depend on the old', async () => {
    const auth = await testAuth()
    const leaked = await join(auth)
    const fresh = await signIn(auth)
    await auth.call("logout", { body: {}, headers: bearer(leaked.accessToken) })
    expect((await auth.call("auctions", { headers: bearer(leaked.accessToken) })).status).toBe(401)
    expect((await auth.call("auctions", { headers: bearer(fresh.accessToken) })).status).toBe(200)
  })
})

test('"The refreshToken … can be exchanged for a new access token without re-prompting the user for an SMS PIN"', async () => {
  const auth = await testAuth()
  const { refreshToken } = await join(auth)
  const answer = await auth.call("refreshToken", { body: { refreshToken } })
  expect(answer).toMatchObject({ status: 200, body: { expiresIn: 2592000 } })
  expect((await auth.call("auctions", { headers: bearer(answer.body.accessToken) })).status).toBe(200)
  expect(auth.outbox).toHaveLength(1)
})

test('"Anonymous callers get the same response shape minus user-scoped fields like isFavorite"', async () => {
  const auth = await testAuth()
  const { accessToken } = await join(auth)
  for (const [path, params] of [
    ["auctions", {}],
    ["auction", { id: "1" }],
    ["item", { id: "101" }],
  ] as const) {
    const anonymous = await auth.call(path, { params })
    const known = await auth.call(path, { params, headers: bearer(accessToken) })
    expect(anonymous.status).toBe(200)
    expect(anonymous.text).not.toContain("isFavorite")
    expect(known.text).toContain("isFavorite")
    expect(JSON.parse(known.text.replaceAll(/,"isFavorite":(true|false)/g, ""))).toEqual(anonymous.body)
  }
})

describe("401 responses", () => {
  test.each([
    ["missing", {}],
    ["malformed", bearer("not a token")],
    ["unknown", bearer("ad5e3f")],
    ["empty", { authorization: "" }],
    ["of another scheme", { authorization: "Basic dXNlcjpwYXNz" }],
    ["nothing but the prefix", { authorization: "Bearer" }],
  ])('"A missing, expired, or malformed token returns" the published body: %s', async (_, headers) => {
    const auth = await testAuth()
    const answer = await auth.call("logout", { body: {}, headers: headers as Record<string, string> })
    expect(answer).toMatchObject({ status: 401, body: unauthorized })
    expect(Object.keys(answer.body)).toEqual(["error", "message"])
    expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer\b/)
  })

  test('"Token expired"', async () => {
    const auth = await testAuth()
    const { accessToken, expiresIn } = await join(auth)
    auth.pass(seconds(expiresIn))
    const answer = await auth.call("logout", { body: {}, headers: bearer(accessToken) })
    expect(answer).toMatchObject({ status: 401, body: unauthorized })
    expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"')
  })

  test('"Bearer prefix missing or malformed (Authorization: <token> instead of Authorization: Bearer <token>)"', async () => {
    const auth = await testAuth()
    const { accessToken } = await join(auth)
    for (const authorization of [accessToken, `Token ${accessToken}`, `Bearer:${accessToken}`, `Bearer${accessToken}`])
      expect(await auth.call("logout", { body: {}, headers: { authorization } })).toMatchObject({
        status: 401,
        body: unauthorized,
      })
  })

  test("a refresh token is no access token", async () => {
    const auth = await testAuth()
    const { refreshToken } = await join(auth)
    expect(await auth.call("auctions", { headers: bearer(refreshToken) })).toMatchObject({ body: unauthorized })
  })
})

test('"/v3/auth/email-check and /v3/auth/register expect a reCAPTCHA v3 token": and tell Google the action', async () => {
  const actions: string[] = []
  const captcha = {
    check: async (_: string, action: string) => {
      actions.push(action)
      return "good" as const
    },
  }
  const auth = await testAuth({ captcha })
  await auth.call("emailCheck", { body: published.emailCheck, address: elsewhere() })
  await auth.call("register", { body: { ...person().details, captchaToken: "another" }, address: elsewhere() })
  expect(actions).toEqual(["login", "signup"])
})
