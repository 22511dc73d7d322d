import type { Tried } from "@/lib/challenge/challenge"
import { grace, sessionPolicies } from "@/lib/session/policy"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { type Minting, type Tokens, write } from "@/lib/sign-in/steps/mint"
import { seedOf } from "@/lib/sign-in/steps/seed-of"
import { after, secondsUntil } from "@/lib/time"

/**
 * The session that this caller opened with the same PIN less than ten seconds ago: the answer may have been lost, and a PIN is money.
 * The tokens are made again, and are good if they are those that were stored. Undefined once the session was refreshed or ended.
 */
export async function openedBefore(
  challenge: Tried,
  caller: Caller,
  core: Minting & Pick<Core, "sessions">,
): Promise<{ tokens: Tokens; account: NonNullable<Tried["account"]> } | undefined> {
  const now = core.now()
  if (challenge.usedAt && after(challenge.usedAt, grace) <= now) return undefined
  const seed = seedOf(challenge, caller, core.keys)
  if (!seed) return undefined
  const begun = await core.sessions.begun(seed.sessionId)
  if (!begun?.account || after(begun.session.createdAt, grace) <= now) return undefined
  const { session, account, unused } = begun
  const { refresh, refreshPrefix } = sessionPolicies[caller.audience]
  const refreshToken = refresh ? refreshPrefix + seed.refreshSecret : ""
  const next = { session, account, secret: seed.secret, refreshToken, issuedAt: session.createdAt }
  const { tokens } = await write(next, caller, core)
  const isUnused = (token: string) => unused.some(({ hash }) => hash === hashToken(token))
  if (!isUnused(tokens.accessToken) || (refreshToken && !isUnused(refreshToken))) return undefined
  return { tokens: { ...tokens, expiresIn: secondsUntil(tokens.expiresAt, now) }, account }
}
