import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { authenticateClient, type ClientClaim } from "@/lib/oauth/authenticate-client"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import type { TokenState } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { takeOwnTurn } from "@/lib/sign-in/steps/take-turn"

/** A token of its own for a machine (RFC 6749, 4.4): with the scopes that it asks for, or all it may have. */
export async function clientToken(
  { scopes, ...claim }: ClientClaim & { scopes?: string[] | undefined },
  caller: Caller,
  core: Core,
): Promise<Tokens | Refusal> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const { realm } = caller
  const at = core.now()
  if (scopes?.some((scope) => !client.scopes.includes(scope)))
    return refuse({ kind: "invalid-scope" }, { client: client.id })
  const limited = await takeOwnTurn(policy.clientTokens, client.id, caller, core, { client: client.id })
  if (limited) return limited
  const granted = [...new Set(scopes ?? client.scopes)]
  const asClient = { ...caller, client: client.id }
  const { session, tokens } = await mint({ account: null, scopes: granted }, asClient, core)
  await core.sessions.insert(session)
  const { id: sessionId, network } = session
  await core.events.append({ at, realm, kind: "client-token", client: client.id, sessionId, network })
  return tokens
}

/** What a client may know of a token: nothing, unless it is a living one of its own. */
export type Introspected =
  | { active: false }
  | { active: true; clientId: string; scopes: string[]; issuedAt: Date; expiresAt: Date; issuer: string }

/** Whether a token holds (RFC 7662). Of tokens that are not the client's it says the same as of none. */
export async function introspect(
  { token, ...claim }: ClientClaim & { token: string },
  caller: Caller,
  core: Core,
): Promise<Introspected | Refusal> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const state = await core.sessions.find(hashToken(token), "access", caller.audience)
  if (!state || state.revoked || state.expiresAt <= core.now() || !isOf(client.id, state)) return { active: false }
  const { session, issuedAt, expiresAt } = state
  return { active: true, clientId: client.id, scopes: session.scopes, issuedAt, expiresAt, issuer: core.issuer }
}

/** Ends a token of the client's own (RFC 7009). Any other token is none of its business, and no error. */
export async function revokeClientToken(
  { token, ...claim }: ClientClaim & { token: string },
  caller: Caller,
  core: Core,
): Promise<undefined | Refusal> {
  const client = await authenticateClient(claim, caller, core)
  if (isRefusal(client)) return client
  const state = await core.sessions.find(hashToken(token), "access", caller.audience)
  const at = core.now()
  if (!state || !isOf(client.id, state) || !(await core.sessions.revoke(state.session.id, at))) return undefined
  const about = { client: client.id, sessionId: state.session.id, network: networkOf(caller.address) }
  await core.events.append({ at, realm: caller.realm, kind: "signed-out", ...about })
}

/** A person's session may bear the name of an app; only a machine's own has no account. */
const isOf = (clientId: string, { session }: TokenState) => session.accountId === null && session.client === clientId
