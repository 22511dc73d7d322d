import { isRefusal } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"

/** The session that a browser already holds when a person signs in there. It holds no token, so it opens nothing. */
export type Earlier = { accountId: string; sessionId: string }

/** The session that a browser's token opens, if it opens one. */
export async function earlierOf(
  token: string | undefined,
  caller: Caller,
  core: Pick<Core, "now" | "sessions" | "phoneChanges" | "events">,
): Promise<Earlier | undefined> {
  const found = token ? await whoIsThis(token, caller.audience, core) : undefined
  return found && !isRefusal(found) ? { accountId: found.account.id, sessionId: found.session.id } : undefined
}

/**
 * Ends the session whose place a new one takes in the same browser, even another account's: it could no longer be signed out, and
 * a copy of its token would live on. It is for after the new sign-in, so that a failed sign-in signs no one out. Apps that the same person
 * signed in to are signed in still, and hang on the new session.
 */
export async function endEarlier(
  earlier: Earlier | undefined,
  next: Pick<Tokens, "accessToken" | "accountId">,
  caller: Caller,
  core: Pick<Core, "now" | "sessions">,
): Promise<void> {
  if (!earlier) return
  const at = core.now()
  const { accountId, sessionId } = earlier
  const heir = accountId === next.accountId ? { heir: hashToken(next.accessToken) } : {}
  const event = eventOf("replaced", caller, { at, ...earlier })
  await core.sessions.revokeOwn(accountId, sessionId, at, { event, ...heir })
}
