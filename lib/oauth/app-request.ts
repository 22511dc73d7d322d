import { type AppError, answerUrl, type Back } from "@/lib/oauth/answer-app"
import { isPersonScope } from "@/lib/oauth/scopes"
import type { OAuthClient } from "@/lib/session/oauth-client"
import { readOwnIdToken } from "@/lib/session/own-id-token"
import type { Core } from "@/lib/sign-in/core"

/** What an app asks for when it sends somebody to sign in (OpenID Connect Core, 3.1.2.1), read and checked. */
export type AppRequest = Back & {
  client: OAuthClient
  scopes: string[]
  challenge: string
  nonce: string | null
  prompts: ReadonlySet<string>
  /** Seconds since the person signed in at most. */
  maxAge: number | undefined
  /** The email that the app expects. */
  email: string | undefined
  /** The account that the app expects, by an ID token of ours. */
  accountId: string | undefined
  /** Languages as BCP 47 names them, the preferred first. */
  locales: string[]
}

/** A request that must not be answered where it says: the person is told on a page of ours (RFC 9700, 4.11.2). */
export type NotAnApp = { notAnApp: "unknown-app" | "wrong-address" }
/** A request that is answered to the app, with an error. */
export type Answered = { answer: string }

type Needs = Pick<Core, "oauthClients" | "issuer" | "signer">

/**
 * Reads an app's request. Who asks, and where the answer goes, is settled first: it goes to an address that is registered, character by
 * character. Authorization codes with PKCE (S256) are the one way: nothing else that OAuth 2.1 left out, and nothing half.
 */
export async function readAppRequest(given: URLSearchParams, core: Needs): Promise<AppRequest | NotAnApp | Answered> {
  const one = (name: string) => (given.getAll(name).length === 1 ? given.get(name) || undefined : undefined)
  const id = one("client_id")
  const client = id === undefined || id.includes("\0") ? undefined : await core.oauthClients.find(id)
  if (!client || client.redirectUris.length === 0) return { notAnApp: "unknown-app" }
  const redirectUri = one("redirect_uri")
  if (redirectUri === undefined || !isRegistered(redirectUri, client.redirectUris)) return { notAnApp: "wrong-address" }

  const back: Back = { redirectUri, state: one("state") }
  const no = (error: AppError, description: string): Answered => ({
    answer: answerUrl(back, { error, error_description: description }, core.issuer),
  })
  const problem = problemOf(given, one)
  if (problem) return no(...problem)
  const scopes = wanted(one("scope"), client)
  if (!scopes.includes("openid"))
    return no("invalid_scope", "The scope must have openid, and the client must be allowed it.")
  const hint = one("id_token_hint")
  const told = hint === undefined ? undefined : await readOwnIdToken(hint, core)
  if (hint !== undefined && told?.client !== client.id)
    return no("invalid_request", "The id_token_hint is none of ours for this client.")
  return {
    ...back,
    client,
    scopes,
    challenge: one("code_challenge") ?? "",
    nonce: one("nonce") ?? null,
    prompts: wordsIn(one("prompt")),
    maxAge: one("max_age") === undefined ? undefined : Number(one("max_age")),
    email: one("login_hint"),
    accountId: told?.accountId,
    locales: [...wordsIn(one("ui_locales"))],
  }
}

const wordsIn = (text = ""): Set<string> => new Set(text.split(" ").filter(Boolean))

/** Scopes that are not known, or not this client's, are left out, and the answer says which were granted. */
const wanted = (scope: string | undefined, { scopes }: OAuthClient): string[] =>
  [...wordsIn(scope)].filter((asked) => isPersonScope(asked) && scopes.includes(asked))

/**
 * Exactly as registered. One that is registered as an address of the machine itself, without a port, is a native app's, which listens where it
 * finds room (RFC 8252, 7.3).
 */
export function isRegistered(uri: string, registered: readonly string[]): boolean {
  if (registered.includes(uri)) return true
  const native = /^(http:\/\/(?:127\.0\.0\.1|\[::1\])):\d{1,5}(\/[!-~]*)$/.exec(uri)
  return native !== null && registered.includes(`${native[1]}${native[2]}`)
}

const isKnownPrompt = (prompt: string) => ["none", "login", "consent", "select_account"].includes(prompt)

/** What is wrong with a request, as RFC 6749, RFC 7636 and OpenID Connect name it. */
function problemOf(given: URLSearchParams, one: (name: string) => string | undefined): [AppError, string] | undefined {
  for (const name of new Set(given.keys()))
    if (given.getAll(name).length > 1) return ["invalid_request", "A parameter may come once."]
  if (given.has("request")) return ["request_not_supported", "Request objects are not taken."]
  if (given.has("request_uri")) return ["request_uri_not_supported", "Request objects are not taken."]
  const type = one("response_type")
  if (type === undefined) return ["invalid_request", "response_type is required."]
  if (type !== "code") return ["unsupported_response_type", "The one response_type is code."]
  if ((one("response_mode") ?? "query") !== "query") return ["invalid_request", "The one response_mode is query."]
  if (one("code_challenge_method") !== "S256") return ["invalid_request", "PKCE is required, and its method is S256."]
  if (!/^[\w-]{43}$/.test(one("code_challenge") ?? ""))
    return ["invalid_request", "code_challenge must be the SHA-256 of the verifier in base64url."]
  const prompts = wordsIn(one("prompt"))
  if (![...prompts].every(isKnownPrompt) || (prompts.has("none") && prompts.size > 1))
    return ["invalid_request", "prompt may be none, or login, consent and select_account."]
  if (!/^\d{0,9}$/.test(one("max_age") ?? "")) return ["invalid_request", "max_age must give whole seconds."]
  if ([...given.values()].some((value) => value.includes("\0"))) return ["invalid_request", "No value may have a NUL."]
  return undefined
}
