import { type Authenticating, authenticateClient, type ClientClaim } from "@/lib/oauth/authenticate-client"
import { type AppTokens, writeIdToken } from "@/lib/oauth/id-token"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { IssuedCode } from "@/lib/session/authorization-code"
import type { OAuthClient } from "@/lib/session/oauth-client"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { type Minting, mint } from "@/lib/sign-in/steps/mint"

type Shown = { code: string; redirectUri: string; verifier: string }
type Needs = Authenticating & Minting & Pick<Core, "authorizationCodes" | "sessions">

/**
 * Trades an authorization code for tokens (RFC 6749, 4.1.3; RFC 7636). It is good once, for the client, the address and the verifier that it
 * was made for. Whoever shows all of that a second time has what they should not, or the first did: what it was redeemed for
 * ends (RFC 9700, 2.1.1). Whoever lacks a part of it changes nothing.
 */
export async function redeemCode(
  { code, redirectUri, verifier, ...claim }: ClientClaim & Shown,
  caller: Caller,
  core: Needs,
): Promise<AppTokens | No<"client-refused" | "limited" | "grant-refused">> {
  const client = await authenticateClient(claim, caller, core, { mayBePublic: true })
  if (isRefusal(client)) return client
  const hash = hashToken(code)
  const issued = await core.authorizationCodes.find(hash)
  if (!issued || !isFor(issued, client, { code, redirectUri, verifier }))
    return refuse({ kind: "grant-refused" }, { client: client.id })
  const { account } = issued
  const asApp: Caller = { ...caller, realm: account.realm, audience: "openid", client: client.id }
  if (issued.usedAt) return replayed(hash, asApp, core)

  const { session, tokens } = await mint({ account, scopes: issued.scopes }, asApp, core)
  const { network, userAgent } = issued
  const now = session.createdAt
  const idToken = await writeIdToken({ issued, sessionId: session.id, accessToken: tokens.accessToken, at: now }, core)
  const about = { at: now, accountId: account.id, sessionId: session.id, network }
  const event = eventOf("signed-in", asApp, about)
  const won = await core.authorizationCodes.redeem({ hash, session: { ...session, network, userAgent }, event, now })
  return won ? { ...tokens, idToken } : replayed(hash, asApp, core)
}

const isFor = (issued: IssuedCode, client: OAuthClient, { redirectUri, verifier }: Shown): boolean =>
  issued.client === client.id && issued.redirectUri === redirectUri && issued.challenge === hashToken(verifier)

/** A code that is used, or too old, or whose browser was signed out meanwhile. */
async function replayed(hash: string, caller: Caller, core: Needs): Promise<No<"grant-refused">> {
  const at = core.now()
  const issued = await core.authorizationCodes.find(hash)
  const { client } = caller
  const about = { accountId: issued?.accountId ?? null, client }
  if (!issued?.sessionId) return refuse({ kind: "grant-refused" }, about)
  const { accountId, sessionId } = issued
  const event = eventOf("code-reused", caller, { at, accountId, sessionId })
  await core.sessions.revoke(sessionId, at, { event })
  return refuse({ kind: "grant-refused" }, { ...about, sessionId, reason: "code reused" })
}
