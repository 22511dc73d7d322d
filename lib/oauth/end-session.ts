import { isRegistered } from "@/lib/oauth/app-request"
import { type OwnIdToken, readOwnIdToken } from "@/lib/session/own-id-token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"

/** What an app asks for when it sends somebody to sign out (OpenID Connect RP-Initiated Logout, 2). */
export type Logout = {
  /** Whom it means, by an ID token of ours. */
  told: OwnIdToken | undefined
  client: string | undefined
  /** Where to go then: an address that the app registered for it, or undefined. */
  to: string | undefined
  state: string | undefined
}

/** Reads it. An address that is not registered, character by character, is none; nor is one of an app that the ID token is not for. */
export async function readLogout(
  given: URLSearchParams,
  core: Pick<Core, "oauthClients" | "issuer" | "signer">,
): Promise<Logout> {
  const one = (name: string) => {
    const [value, ...more] = given.getAll(name)
    return value && more.length === 0 && !value.includes("\0") ? value : undefined
  }
  const hint = one("id_token_hint")
  const told = hint === undefined ? undefined : await readOwnIdToken(hint, core)
  const id = one("client_id") ?? told?.client
  const isOne = told === undefined || told.client === id
  const client = isOne && id !== undefined ? await core.oauthClients.find(id) : undefined
  const asked = one("post_logout_redirect_uri")
  const to = asked !== undefined && client && isRegistered(asked, client.postLogoutRedirectUris) ? asked : undefined
  return { told: isOne ? told : undefined, client: client?.id, to, state: one("state") }
}

/** Ends the app's own session, whose ID token it showed: its refresh token is dead at once. */
export async function endAppSession(
  { accountId, sessionId, client }: OwnIdToken,
  caller: Caller,
  core: Pick<Core, "now" | "sessions">,
): Promise<void> {
  const at = core.now()
  const event = eventOf("signed-out", caller, { at, accountId, sessionId, client })
  await core.sessions.revokeOwn(accountId, sessionId, at, { event })
}
