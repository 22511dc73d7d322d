import { nameOfMinute } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { type Authenticating, authenticateClient, type ClientClaim } from "@/lib/oauth/authenticate-client"
import { machineScopes } from "@/lib/oauth/scopes"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { OAuthClient } from "@/lib/session/oauth-client"
import type { TokenState } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { type Minting, mint, resourceOf, type Tokens } from "@/lib/sign-in/steps/mint"
import { ownTurn } from "@/lib/sign-in/steps/take-turn"

/** A token of its own for a machine (RFC 6749, 4.4): with the scopes that it asks for, or all it may have. */
export async function clientToken(
  { scopes, ...claim }: ClientClaim & { scopes?: string[] | undefined },
  caller: Caller,
  core: Authenticating & Minting & Pick<Core, "sessions">,
): Promise<Tokens | No<"client-refused" | "limited" | "invalid-scope">> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const { id } = client
  const allowed = machineScopes(client)
  // An app that people sign in to is no machine unless it may have something for itself.
  if (client.redirectUris.length > 0 && allowed.length === 0)
    return refuse({ kind: "client-refused", because: "grant" }, { client: id })
  if (scopes?.some((scope) => !allowed.includes(scope))) return refuse({ kind: "invalid-scope" }, { client: id })
  const granted = [...new Set(scopes ?? allowed)]
  const asClient = { ...caller, client: id }
  const { session, tokens } = await mint({ account: null, scopes: granted }, asClient, core)
  const at = session.createdAt
  // A busy machine has a row for each minute and network, and not for each token.
  const fold = nameOfMinute(core.keys, at, "client-token", caller.realm, id, session.network)
  const answer = await core.sessions.grant({
    session,
    budgets: [ownTurn(policy.clientTokens, id, caller, core)],
    event: { ...eventOf("client-token", asClient, { at }), fold },
  })
  const { taken } = answer
  return taken ? tokens : refuse({ kind: "limited", retryAt: answer.retryAt, quota: answer.quota }, { client: id })
}

/** What a client may know of a token: nothing, unless it is a living one of its own. */
export type Introspected =
  | { active: false }
  | {
      active: true
      clientId: string
      subject: string
      /** Whom the token is for. */
      resource: string
      scopes: string[]
      issuedAt: Date
      expiresAt: Date
      issuer: string
    }

/** Whether a token holds (RFC 7662). Of tokens that are not the client's it says the same as of none. */
export async function introspect(
  { token, ...claim }: ClientClaim & { token: string },
  caller: Caller,
  core: Authenticating & Pick<Core, "sessions" | "issuer">,
): Promise<Introspected | No<"client-refused" | "limited">> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const now = core.now()
  const state = await ownToken(token, client, caller, core)
  if (!state || state.revoked || state.usedAt || state.expiresAt <= now || state.session.endsAt <= now)
    return { active: false }
  const { session, issuedAt, expiresAt } = state
  const subject = session.accountId ?? client.id
  return {
    active: true,
    clientId: client.id,
    subject,
    resource: resourceOf(session.audience, core.issuer),
    scopes: session.scopes,
    issuedAt,
    expiresAt,
    issuer: core.issuer,
  }
}

/**
 * Ends a token of the client's own (RFC 7009), and the session that it belongs to. Any other token is none of its business, and no error.
 */
export async function revokeClientToken(
  { token, ...claim }: ClientClaim & { token: string },
  caller: Caller,
  core: Authenticating & Pick<Core, "sessions">,
): Promise<undefined | No<"client-refused" | "limited">> {
  const client = await authenticateClient(claim, caller, core, { mayBePublic: true })
  if (isRefusal(client)) return client
  const at = core.now()
  const state = await ownToken(token, client, caller, core)
  if (!state) return undefined
  const { id: sessionId, accountId } = state.session
  const event = eventOf("signed-out", caller, { at, client: client.id, sessionId, accountId })
  await core.sessions.revoke(sessionId, at, { event })
}

/** A token of the client's own, if it is one, whatever has become of it: of its people's or, for a machine, of itself. */
async function ownToken(
  token: string,
  client: OAuthClient,
  { audience }: Caller,
  core: Pick<Core, "now" | "sessions">,
): Promise<TokenState | undefined> {
  const [hash, now] = [hashToken(token), core.now()]
  const isOwn = ({ session }: TokenState) =>
    session.client === client.id &&
    // Any other session of a person's may bear the name of an app.
    (session.audience === "openid" || (session.audience === audience && session.accountId === null))
  const access = await core.sessions.find(hash, "access", "any", now)
  const state =
    access ?? (client.redirectUris.length > 0 ? await core.sessions.find(hash, "refresh", "any", now) : undefined)
  return state && isOwn(state) ? state : undefined
}
