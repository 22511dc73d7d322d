import { decodeJwt, decodeProtectedHeader } from "jose"
import { describe, expect, test } from "vitest"
import { madeAt } from "@/lib/account/snowflake"
import { socialAuth } from "@/lib/testing/local-providers"
import { shortlyBefore } from "@/lib/testing/shortly-before"
import { after, hours } from "@/lib/time"

// Each name quotes the published page. Substituted: the token placeholder, by one that a local issuer made.

const error = (status: number, code: string) => ({
  status,
  body: { status, error: { code, message: expect.any(String) } },
})

describe("POST /v1/auth/login", () => {
  test('"Request Body" with the placeholder left in gets 401 UNAUTHORIZED', async () => {
    const auth = await socialAuth()
    const published = { provider: "google", token: "<oauth_authorization_code_or_id_token>", name: "John" }
    expect(await auth.login(published)).toMatchObject(error(401, "UNAUTHORIZED"))
  })

  test('"Request Body" with a token gets the published "Response"', async () => {
    const auth = await socialAuth()
    const token = await auth.providers.google.idToken()
    const answer = await auth.login({ provider: "google", token, name: "John" })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      status: 200,
      data: {
        access_token: expect.stringMatching(/^eyJ/),
        expire_at: shortlyBefore(after(auth.now(), hours(1))),
        refresh_token: expect.any(String),
        user_id: expect.stringMatching(/^\d{18,19}$/),
      },
    })
    expect(answer.headers.get("cache-control")).toBe("no-store")
    expect(madeAt(answer.body.data.user_id)).toEqual(shortlyBefore(auth.now()))
    expect(decodeProtectedHeader(answer.body.data.access_token).alg).toBe("HS256")
    expect(decodeJwt(answer.body.data.access_token).sub).toBe(answer.body.data.user_id)
  })

  test('"Google: Send the ID token … validates it against the appropriate client ID based on the Client-Info os field"', async () => {
    const auth = await socialAuth()
    const forIos = await auth.providers.google.idToken({ aud: "google-ios" })
    const forWeb = await auth.providers.google.idToken()
    const login = async (token: string, info?: string) => {
      const headers = { "client-device-id": "d", ...(info !== undefined && { "client-info": info }) }
      return (await auth.login({ provider: "google", token }, headers)).status
    }
    for (const info of ['{"os":"ios","version":"17.0"}', '{"OS":"iOS"}', "os=ios;version=17", "version=17; OS = iOS"]) {
      expect([info, await login(forIos, info), await login(forWeb, info)]).toEqual([info, 200, 401])
    }
    for (const info of [undefined, "", '{"os":"web"}', "os=web", "os=android", "{broken", "app=x", '{"os":7}', "[]"]) {
      expect([info, await login(forIos, info), await login(forWeb, info)]).toEqual([info, 401, 200])
    }
  })

  test('"Apple: Send the authorization code … The backend exchanges it with Apple\'s servers"', async () => {
    const auth = await socialAuth()
    const answer = await auth.login({ provider: "apple", token: auth.providers.apple.code() })
    expect(answer).toMatchObject({ status: 200, body: { status: 200, data: { access_token: expect.any(String) } } })
    const trade = auth.providers.apple.seen.find(({ path }) => path === "/token")?.form
    expect(trade?.get("grant_type")).toBe("authorization_code")
    expect(trade?.get("client_id")).toBe("apple-app")
    expect(trade?.has("redirect_uri")).toBe(false)
  })

  test('"Include name on the first login — Apple only provides it once": it is kept, and a later one changes nothing', async () => {
    const auth = await socialAuth()
    const first = await auth.login({ provider: "apple", token: auth.providers.apple.code(), name: "John" })
    await auth.login({ provider: "apple", token: auth.providers.apple.code(), name: "Jack" })
    await auth.login({ provider: "apple", token: auth.providers.apple.code() })
    expect(await auth.core.accounts.byId(first.body.data.user_id)).toMatchObject({ firstName: "John" })
  })

  test.each([undefined, null, "", "\u200f"])("name %j is no error", async (name) => {
    const auth = await socialAuth()
    const answer = await auth.login({ provider: "apple", token: auth.providers.apple.code(), name })
    expect(answer.status).toBe(200)
  })

  test('"If the user doesn\'t exist yet, an account is created automatically", once', async () => {
    const auth = await socialAuth()
    const token = await auth.providers.google.idToken()
    const first = await auth.login({ provider: "google", token })
    const second = await auth.login({ provider: "google", token })
    expect(second.body.data.user_id).toBe(first.body.data.user_id)
    const other = await auth.login({ provider: "google", token: await auth.providers.google.idToken({ sub: "other" }) })
    expect(other.body.data.user_id).not.toBe(first.body.data.user_id)
  })

  test("an account is never found by email", async () => {
    const auth = await socialAuth()
    const claims = { email: "pat@example.com", email_verified: true }
    const one = await auth.login({ provider: "google", token: await auth.providers.google.idToken(claims) })
    const two = await auth.login({
      provider: "google",
      token: await auth.providers.google.idToken({ ...claims, sub: "b" }),
    })
    const three = await auth.login({ provider: "apple", token: auth.providers.apple.code(claims) })
    const ids = [one, two, three].map(({ body }) => body.data.user_id)
    expect(new Set(ids).size).toBe(3)
  })

  test.each([
    ["Missing token", { provider: "google" }],
    ["Missing token", { provider: "google", token: " " }],
    ["Missing provider", { token: "t" }],
    ["another provider", { provider: "facebook", token: "t" }],
    ["another type", { provider: "google", token: 7 }],
    ["a NUL", { provider: "google", token: "a\0b" }],
    ["a lone surrogate", { provider: "google", token: "a\ud800b" }],
    ["a control character", { provider: "apple", token: "t", name: "Jo\u0007hn" }],
    ["too long a name", { provider: "apple", token: "t", name: "n".repeat(101) }],
  ])('"VALIDATION_FAILED: %s": %j', async (_, body) => {
    expect(await (await socialAuth()).login(body)).toMatchObject(error(400, "VALIDATION_FAILED"))
  })

  test.each<Record<string, string>>([{}, { "client-device-id": "  " }, { "client-device-id": "x".repeat(256) }])(
    '"VALIDATION_FAILED: missing Client-Device-Id header": %j',
    async (headers) => {
      const auth = await socialAuth()
      const answer = await auth.login({ provider: "apple", token: auth.providers.apple.code() }, headers)
      expect(answer).toMatchObject(error(400, "VALIDATION_FAILED"))
      expect(answer.body.error.message).toContain("Client-Device-Id")
      expect(auth.providers.apple.seen).toEqual([])
    },
  )
})
