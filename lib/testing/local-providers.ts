import { generateKeyPairSync } from "node:crypto"
import type { Identifiers } from "@/lib/account/provider"
import { readEnv } from "@/lib/env"
import { identifiersOf } from "@/lib/outside/identifiers"
import { type LocalIssuer, localIssuer } from "@/lib/testing/local-issuer"
import { type CallAnswer, type TestAuth, type TestOptions, testAuth } from "@/lib/testing/test-auth"

const startAt = new Date("2026-03-01T12:00:00Z")

/** Google and Apple on this machine, and what the environment says of them. */
export type LocalProviders = {
  google: LocalIssuer
  apple: LocalIssuer
  env: Record<string, string>
  warnings: string[]
  identifiers(now: () => Date): Identifiers
}

export async function localProviders(changes: Record<string, string> = {}): Promise<LocalProviders> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const google = await localIssuer(
    { iss: "https://accounts.google.com", audience: "google-web", secret: "google-secret" },
    startAt,
  )
  const apple = await localIssuer(
    { iss: "https://appleid.apple.com", audience: "apple-app", secret: { teamId: "the-team", publicKey } },
    startAt,
  )
  const env = {
    GOOGLE_CLIENT_ID_WEB: "google-web",
    GOOGLE_CLIENT_ID_IOS: "google-ios",
    GOOGLE_CLIENT_SECRET: "google-secret",
    GOOGLE_JWKS_URL: `${google.url}/keys`,
    GOOGLE_TOKEN_URL: `${google.url}/token`,
    APPLE_CLIENT_ID: "apple-app",
    APPLE_SERVICE_ID: "apple-web",
    APPLE_TEAM_ID: "the-team",
    APPLE_KEY_ID: "the-key",
    APPLE_PRIVATE_KEY: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    APPLE_JWKS_URL: `${apple.url}/keys`,
    APPLE_TOKEN_URL: `${apple.url}/token`,
    ...changes,
  }
  const warnings: string[] = []
  const identifiers = (now: () => Date) => identifiersOf(readEnv(env), now, (event) => warnings.push(event))
  return { google, apple, env, warnings, identifiers }
}

/** The core beside local providers, and how an app on a device signs in. */
export type SocialAuth = TestAuth & {
  providers: LocalProviders
  login(body: Record<string, unknown>, headers?: Record<string, string>, address?: string): Promise<CallAnswer>
  refresh(refreshToken: unknown, device?: string, address?: string): Promise<CallAnswer>
  logout(accessToken: string): Promise<CallAnswer>
}

export async function socialAuth(options: TestOptions = {}, changes: Record<string, string> = {}): Promise<SocialAuth> {
  const providers = await localProviders(changes)
  const auth = await testAuth({ ...options, startAt, identifiers: providers.identifiers })
  const from = (address: string | undefined) => (address ? { address } : {})
  return {
    ...auth,
    providers,
    login: (body, headers = { "client-device-id": "device-a" }, address) =>
      auth.callTo("social", "login", { body, headers, ...from(address) }),
    refresh: (refreshToken, device = "device-a", address) => {
      const headers: Record<string, string> = device ? { "client-device-id": device } : {}
      return auth.callTo("social", "refresh", { body: { refresh_token: refreshToken }, headers, ...from(address) })
    },
    logout: (accessToken) =>
      auth.callTo("social", "logout", { method: "POST", headers: { authorization: `Bearer ${accessToken}` } }),
  }
}

/** How each provider's app signs in with an ID token of these claims: Google's shows it, Apple's code stands for it. */
export async function signingIn(provider: "google" | "apple", changes: Record<string, string> = {}) {
  const auth = await socialAuth({}, changes)
  const issuer = auth.providers[provider]
  const show = (token: string) => auth.login({ provider, token })
  const withClaims = async (claims: Record<string, unknown> = {}) =>
    show(provider === "google" ? await issuer.idToken(claims) : issuer.code(claims))
  return { auth, issuer, show, withClaims }
}
