import { networkOf } from "@/lib/limits/network"
import { type Refusal, refuse } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core, Member } from "@/lib/sign-in/core"

/** Ends this session: its access and refresh tokens are dead at once. */
export async function signOut(_: object, { realm, signedIn, address }: Member, core: Core): Promise<void> {
  const { session, account } = signedIn
  const at = core.now()
  if (!(await core.sessions.revoke(session.id, at))) return
  await core.events.append({
    at,
    realm,
    kind: "signed-out",
    accountId: account.id,
    sessionId: session.id,
    client: session.client,
    network: networkOf(address),
  })
}

/** Ends one of this person's sessions, on whatever device or app. Another's session is not there. */
export async function signOutSession(
  { id }: { id: string },
  { realm, signedIn, address }: Member,
  core: Core,
): Promise<undefined | Refusal> {
  const { account, session } = signedIn
  const at = core.now()
  if (!(await core.sessions.revokeOwn(account.id, id, at, { forget: id !== session.id })))
    return refuse({ kind: "not-found" })
  const about = { accountId: account.id, sessionId: id, client: session.client, network: networkOf(address) }
  await core.events.append({ at, realm, kind: "signed-out", ...about })
}

/**
 * Ends every session that this person has, in every browser and app. API keys are no sessions: servers go on with them, and they
 * are revoked only if `apiKeys` asks for it.
 */
export async function signOutEverywhere(
  { apiKeys = false }: { apiKeys?: boolean },
  { realm, signedIn, address }: Member,
  core: Core,
): Promise<void> {
  const { session, account } = signedIn
  const at = core.now()
  // Of two at once one has ended them all, and is the one that is recorded.
  if ((await core.sessions.revokeAll(account.id, at)) === 0) return
  const about = { accountId: account.id, client: session.client, network: networkOf(address) }
  await core.events.append({ at, realm, kind: "signed-out-everywhere", ...about })
  const revoked = apiKeys ? await core.apiKeys.revokeAll(account.id, at) : []
  for (const id of revoked) await core.events.append({ at, realm, kind: "api-key-revoked", ...about, client: id })
}

/** Ends the session that a refresh token belongs to. An unknown token is no error (RFC 7009, 2.2). */
export async function revoke(
  { refreshToken }: { refreshToken: string },
  { realm, audience, address }: Caller,
  core: Core,
): Promise<void> {
  const state = await core.sessions.find(hashToken(refreshToken), "refresh", audience)
  const at = core.now()
  if (!state || !(await core.sessions.revoke(state.session.id, at))) return
  await core.events.append({
    at,
    realm,
    kind: "signed-out",
    accountId: state.session.accountId,
    sessionId: state.session.id,
    client: state.session.client,
    network: networkOf(address),
  })
}
