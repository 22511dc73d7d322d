import type { AskedBy } from "@/lib/account/phone-change"
import { type No, refuse } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core, Member } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"

type Needs = Pick<Core, "now" | "sessions">

/** Ends this session: its access and refresh tokens are dead at once. */
export async function signOut(_: object, member: Member, core: Needs): Promise<void> {
  const { session } = member.signedIn
  const at = core.now()
  await core.sessions.revoke(session.id, at, { event: signedOut(session.id, at, member) })
}

/**
 * Ends one of this person's sessions, on whatever device or app, and a change of phone that it asked for. An app that is not ours must be
 * let in again. Another's session is not there.
 */
export async function signOutSession(
  { id }: { id: string },
  member: Member,
  core: Needs & CancelNeeds & Pick<Core, "consents">,
): Promise<undefined | No<"not-found">> {
  const { account, session } = member.signedIn
  const at = core.now()
  const ending = { forget: id !== session.id, event: signedOut(id, at, member) }
  if (!(await core.sessions.revokeOwn(account.id, id, at, ending))) return refuse({ kind: "not-found" })
  await core.consents.takeBack(account.id, id)
  if (id !== session.id) await cancelChange({ by: id }, member, core)
  return undefined
}

/**
 * Ends every session that this person has, in every browser and app, and a change of phone that another of them asked for: it
 * would otherwise give the account to the very person who was just signed out. API keys are no sessions: servers go on with them, and they are revoked
 * only if `apiKeys` asks for it.
 */
export async function signOutEverywhere(
  { apiKeys = false }: { apiKeys?: boolean },
  member: Member,
  core: Needs & CancelNeeds & Pick<Core, "apiKeys" | "consents">,
): Promise<void> {
  const { session, account } = member.signedIn
  const at = core.now()
  const detail = { at, accountId: account.id, client: session.client }
  // Of two at once one has ended them all, and is the one that is recorded.
  const event = eventOf("signed-out-everywhere", member, detail)
  if ((await core.sessions.revokeAll(account.id, at, { event })) === 0) return
  await core.consents.takeAllBack(account.id)
  await cancelChange({ notBy: session.id }, member, core)
  if (apiKeys) await core.apiKeys.revokeAll(account.id, at, eventOf("api-key-revoked", member, detail))
}

type CancelNeeds = Pick<Core, "now" | "phoneChanges" | "events">

/** Ends the account's change of phone that was asked for so, unless it is due. */
async function cancelChange(asked: AskedBy, member: Member, core: CancelNeeds): Promise<void> {
  const { account, session } = member.signedIn
  const at = core.now()
  if (!(await core.phoneChanges.cancel(account.id, at, asked))) return
  const detail = { at, accountId: account.id, sessionId: session.id, client: session.client }
  await core.events.append(eventOf("phone-change-cancelled", member, detail))
}

/** Ends the session that a refresh token belongs to. An unknown token is no error (RFC 7009, 2.2). */
export async function revoke({ refreshToken }: { refreshToken: string }, caller: Caller, core: Needs): Promise<void> {
  const at = core.now()
  const state = await core.sessions.find(hashToken(refreshToken), "refresh", caller.audience, at)
  if (!state) return
  const { id: sessionId, accountId, client } = state.session
  const event = eventOf("signed-out", caller, { at, accountId, sessionId, client })
  await core.sessions.revoke(sessionId, at, { event })
}

/** A session that its owner ended, from the one that they are signed in by. */
const signedOut = (sessionId: string, at: Date, member: Member) => {
  const { account, session } = member.signedIn
  return eventOf("signed-out", member, { at, accountId: account.id, sessionId, client: session.client })
}
