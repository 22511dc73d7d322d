import { exportJWK, SignJWT } from "jose"
import { describe, expect, test } from "vitest"
import { rsaPair } from "@/lib/testing/local-issuer"
import { signingIn } from "@/lib/testing/local-providers"
import { minutes } from "@/lib/time"

const refused = { status: 401, body: { status: 401, error: { code: "UNAUTHORIZED", message: expect.any(String) } } }
const unavailable = {
  status: 503,
  body: { status: 503, error: { code: "PROVIDER_UNAVAILABLE", message: expect.any(String) } },
}
const nobodyThere = "http://127.0.0.1:9"
const now = Math.floor(new Date("2026-03-01T12:00:00Z").getTime() / 1000)

describe.each(["google", "apple"] as const)("an ID token of %s", (provider) => {
  test("as it should be is believed", async () => {
    expect((await (await signingIn(provider)).withClaims()).status).toBe(200)
  })

  test.each([
    ["another audience", { aud: "someone-else" }],
    ["our audience among others", { aud: ["google-web", "apple-app", "someone-else"] }],
    ["no audience", { aud: undefined }],
    ["another issuer", { iss: "https://accounts.google.com.evil.example" }],
    ["the other provider's name", { iss: provider === "google" ? "https://appleid.apple.com" : "accounts.google.com" }],
    ["no issuer", { iss: undefined }],
    ["its time over", { exp: now }],
    ["no end", { exp: undefined }],
    ["its time not come", { nbf: now + 60 }],
    ["no subject", { sub: undefined }],
    ["an empty subject", { sub: "" }],
  ])("with %s is refused", async (_, claims) => {
    expect(await (await signingIn(provider)).withClaims(claims)).toMatchObject(refused)
  })

  test("ages by our clock", async () => {
    const { auth, show, issuer } = await signingIn("google")
    const token = await issuer.idToken({ exp: now + 600 })
    auth.pass(minutes(9))
    expect((await show(token)).status).toBe(200)
    auth.pass(minutes(1))
    expect(await show(token)).toMatchObject(refused)
  })

  test.each(["broken", "silent"] as const)(
    "cannot be checked while the provider is %s: 503, and when to retry",
    async (mood) => {
      const { withClaims, issuer } = await signingIn(provider)
      issuer.mood = mood
      const answer = await withClaims()
      expect(answer).toMatchObject(unavailable)
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
    },
  )

  test.each(["JWKS", "TOKEN"])("cannot be checked while nobody answers at the %s URL", async (which) => {
    const { withClaims } = await signingIn(provider, { [`${provider.toUpperCase()}_${which}_URL`]: nobodyThere })
    const needed = which === "JWKS" || provider === "apple"
    expect((await withClaims()).status).toBe(needed ? 503 : 200)
  })

  test("comes after the provider is back", async () => {
    const { withClaims, issuer } = await signingIn(provider)
    issuer.mood = "broken"
    await withClaims()
    issuer.mood = "well"
    expect((await withClaims()).status).toBe(200)
  })

  test("signed by a key that replaced the others is believed at once, and the old key's no more", async () => {
    const { show, withClaims, issuer } = await signingIn(provider)
    const old = await issuer.idToken()
    expect((await withClaims()).status).toBe(200)
    for (const _ of [1, 2, 3]) {
      await issuer.rotate()
      expect((await withClaims()).status).toBe(200)
    }
    expect(await show(old)).toMatchObject(refused)
  })

  test("is refused where we have no client id", async () => {
    const none = { GOOGLE_CLIENT_ID_WEB: "", GOOGLE_CLIENT_SECRET: "", APPLE_CLIENT_ID: "" }
    expect(await (await signingIn(provider, none)).withClaims()).toMatchObject(refused)
  })
})

describe("a forged token", () => {
  test("signed by a foreign key is refused, under the true key's id and under its own", async () => {
    const { show, issuer } = await signingIn("google")
    const { privateKey: key } = await rsaPair()
    expect(await show(await issuer.idToken({}, { key }))).toMatchObject(refused)
    expect(await show(await issuer.idToken({}, { key, header: { kid: "mine" } }))).toMatchObject(refused)
  })

  test("that brings its own key is refused", async () => {
    const { show, issuer } = await signingIn("google")
    const { privateKey: key, publicKey } = await rsaPair()
    const jwk = await exportJWK(publicKey)
    expect(await show(await issuer.idToken({}, { key, header: { jwk, kid: "mine" } }))).toMatchObject(refused)
  })

  test("with alg none is refused", async () => {
    const { show, issuer } = await signingIn("google")
    const [, payload] = (await issuer.idToken()).split(".")
    for (const alg of ["none", "None", "NONE", ""]) {
      const header = Buffer.from(JSON.stringify({ alg, kid: "first" })).toString("base64url")
      expect(await show(`${header}.${payload}.`)).toMatchObject(refused)
    }
  })

  test("with the public key as an HMAC secret is refused", async () => {
    const { show, issuer } = await signingIn("google")
    const claims = { iss: "https://accounts.google.com", aud: "google-web", sub: "x", iat: now, exp: now + 3600 }
    const pem = await issuer.publicPem()
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: "HS256", kid: "first" })
      .sign(new TextEncoder().encode(pem))
    expect(await show(forged)).toMatchObject(refused)
  })

  test("with another word in it is refused", async () => {
    const { show, issuer } = await signingIn("google")
    const [header, , signature] = (await issuer.idToken()).split(".")
    const payload = Buffer.from(
      JSON.stringify({
        iss: "https://accounts.google.com",
        aud: "google-web",
        sub: "victim",
        exp: now + 3600,
        iat: now,
      }),
    ).toString("base64url")
    expect(await show(`${header}.${payload}.${signature}`)).toMatchObject(refused)
  })

  test("never makes the provider look down, nor asks it for keys without end", async () => {
    const { show, issuer } = await signingIn("google")
    const { privateKey: key } = await rsaPair()
    for (let n = 0; n < 30; n += 1) {
      const forged = await issuer.idToken({}, { key, header: { kid: `made-up-${n}` } })
      expect(await show(forged)).toMatchObject(refused)
    }
    expect(issuer.seen.length).toBeLessThan(10)
  })
})
