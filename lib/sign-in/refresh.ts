import type { Account } from "@/lib/account/account"
import { policy } from "@/lib/limits/policy"
import { type Refusal, refuse } from "@/lib/refusal"
import { grace, sessionPolicies } from "@/lib/session/policy"
import type { TokenState } from "@/lib/session/session"
import { following, hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { type Tokens, write } from "@/lib/sign-in/steps/mint"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { takeOwnTurn, takeTurn } from "@/lib/sign-in/steps/take-turn"
import { after, secondsUntil } from "@/lib/time"

/**
 * Trades a refresh token for new tokens (RFC 9700, 4.14.2: rotation). Within ten seconds of its use an old token gets
 * the same successor or a plain no, as its audience's policy says; after that, or once its successor was used, it is
 * reuse, and the whole session ends. A session that is bound to a device refreshes on that device alone. A refresh writes
 * rows, so that a session and an account may do so many; one that is refused for that leaves its token as it was.
 */
export async function refresh(
  { refreshToken }: { refreshToken: string },
  caller: Caller,
  core: Core,
): Promise<Tokens | Refusal> {
  const now = core.now()
  const hash = hashToken(refreshToken)
  const state = await afterDueChange(await core.sessions.find(hash, "refresh", "any"), hash, core)
  const dead = whyDead(state, caller, now)
  if (dead || !state) return no(dead ?? "unknown", state)

  // A token that was used before writes nothing but the end of its session, and is seen for what it is at once.
  const limited = state.usedAt ? undefined : await takeTurns(state, caller, core)
  if (limited) return limited

  const next = await write(nextFor(refreshToken, state, caller, core), caller, core)
  const won = await core.sessions.rotate(hash, next.stored, now, after(now, grace))
  if (!won) return reused(refreshToken, caller, core)
  await core.events.append({ ...about(state, caller), at: now, kind: "refreshed" })
  return next.tokens
}

/** One from what the session may refresh, from what all its account's may together, and from what its network may. */
async function takeTurns({ session }: TokenState, caller: Caller, core: Core): Promise<Refusal | undefined> {
  const { id: sessionId, accountId, client } = session
  const about = { accountId, sessionId, client }
  return (
    (await takeOwnTurn(policy.refresh, sessionId, caller, core, about)) ??
    (await takeOwnTurn(policy.accountRefresh, accountId ?? sessionId, caller, core, about)) ??
    (await takeTurn(policy.networkRefresh, caller, core))
  )
}

/** A change of phone that fell due ends the sessions of whoever did not ask for it, whoever looks first. */
async function afterDueChange(
  state: TokenState | undefined,
  hash: string,
  core: Core,
): Promise<TokenState | undefined> {
  const isSettled = state?.account && (await settlePhoneChange(state.account, core))
  return isSettled ? core.sessions.find(hash, "refresh", "any") : state
}

type Death = "unknown" | "foreign" | "expired" | "revoked"

function whyDead(state: TokenState | undefined, { audience, device }: Caller, now: Date): Death | undefined {
  if (!state) return "unknown"
  if (state.session.audience !== audience) return "foreign"
  if (state.revoked) return "revoked"
  if (state.session.endsAt <= now || (!state.usedAt && state.expiresAt <= now)) return "expired"
  const bound = state.session.deviceHash
  return bound && (!device || hashToken(device) !== bound) ? "unknown" : undefined
}

function nextFor(
  refreshToken: string,
  { session, account }: TokenState,
  { audience }: Caller,
  core: Core,
  key = core.keys.current,
) {
  const { refreshPrefix } = sessionPolicies[audience]
  const secret = following(refreshToken, "access", key)
  return {
    session,
    account: account as Account,
    secret,
    refreshToken: refreshPrefix + following(refreshToken, "refresh", key),
  }
}

/** The token was used before: a lost answer, a race, or a theft. */
async function reused(refreshToken: string, caller: Caller, core: Core): Promise<Tokens | Refusal> {
  const now = core.now()
  const state = await core.sessions.find(hashToken(refreshToken), "refresh", caller.audience)
  if (!state?.usedAt || state.revoked) return no("revoked", state)
  if (after(state.usedAt, grace) > now) {
    if (sessionPolicies[caller.audience].within === "refuse") return no("revoked", state)
    const same = await repeatAnswer(refreshToken, state, caller, core)
    if (same) return same
  }
  if (!(await core.sessions.revoke(state.session.id, now, { forget: true }))) return no("revoked", state)
  await core.events.append({ ...about(state, caller), at: now, kind: "refresh-reused" })
  // The reuse is in the record by its own name.
  return no("revoked", undefined)
}

/** The answer that this token got before, if its successor is still unused. Only opaque tokens can be said twice. */
async function repeatAnswer(
  refreshToken: string,
  state: TokenState,
  caller: Caller,
  core: Core,
): Promise<Tokens | undefined> {
  for (const key of core.keys.all) {
    const next = nextFor(refreshToken, state, caller, core, key)
    const access = await core.sessions.find(hashToken(next.secret), "access", caller.audience)
    const successor = await core.sessions.find(hashToken(next.refreshToken), "refresh", caller.audience)
    if (!access || !successor || successor.usedAt) continue
    const { expiresAt, issuedAt, session } = access
    const life = { expiresIn: secondsUntil(expiresAt, core.now()), expiresAt, issuedAt }
    const { scopes, accountId } = session
    return { accessToken: next.secret, refreshToken: next.refreshToken, ...life, scopes, accountId: accountId ?? "" }
  }
  return undefined
}

const about = ({ session }: TokenState, { realm }: Caller) => {
  const { accountId, id: sessionId, client, network } = session
  return { realm, accountId, sessionId, client, network }
}

/**
 * A refusal, for the record with the session that it was about. What never was a token is about nobody, and a token that was
 * made for another audience is told from it in the record alone.
 */
function no(because: Death, state: TokenState | undefined): Refusal {
  const told = because === "foreign" ? "unknown" : because
  if (!state) return refuse({ kind: "unauthorized", because: told })
  const { accountId, id: sessionId, client } = state.session
  return refuse({ kind: "unauthorized", because: told }, { accountId, sessionId, client, reason: `refresh ${because}` })
}
