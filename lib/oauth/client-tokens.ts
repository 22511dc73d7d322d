import { nameOfMinute } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { type Authenticating, authenticateClient, type ClientClaim } from "@/lib/oauth/authenticate-client"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { TokenState } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { type Minting, mint, type Tokens } from "@/lib/sign-in/steps/mint"
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
  if (scopes?.some((scope) => !client.scopes.includes(scope))) return refuse({ kind: "invalid-scope" }, { client: id })
  const granted = [...new Set(scopes ?? client.scopes)]
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
  | { active: true; clientId: string; scopes: string[]; issuedAt: Date; expiresAt: Date; issuer: string }

/** Whether a token holds (RFC 7662). Of tokens that are not the client's it says the same as of none. */
export async function introspect(
  { token, ...claim }: ClientClaim & { token: string },
  caller: Caller,
  core: Authenticating & Pick<Core, "sessions" | "issuer">,
): Promise<Introspected | No<"client-refused" | "limited">> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const now = core.now()
  const state = await core.sessions.find(hashToken(token), "access", caller.audience, now)
  if (!state || state.revoked || state.expiresAt <= now || !isOf(client.id, state)) return { active: false }
  const { session, issuedAt, expiresAt } = state
  return { active: true, clientId: client.id, scopes: session.scopes, issuedAt, expiresAt, issuer: core.issuer }
}

/** Ends a token of the client's own (RFC 7009). Any other token is none of its business, and no error. */
export async function revokeClientToken(
  { token, ...claim }: ClientClaim & { token: string },
  caller: Caller,
  core: Authenticating & Pick<Core, "sessions">,
): Promise<undefined | No<"client-refused" | "limited">> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const at = core.now()
  const state = await core.sessions.find(hashToken(token), "access", caller.audience, at)
  if (!state || !isOf(client.id, state)) return undefined
  const sessionId = state.session.id
  const event = eventOf("signed-out", caller, { at, client: client.id, sessionId })
  await core.sessions.revoke(sessionId, at, { event })
}

/** A person's session may bear the name of an app; only a machine's own has no account. */
const isOf = (clientId: string, { session }: TokenState) => session.accountId === null && session.client === clientId
