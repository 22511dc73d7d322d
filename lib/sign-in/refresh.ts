import type { Account } from "@/lib/account/account"
import { nameOfMinute } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { type No, refuse } from "@/lib/refusal"
import { grace, sessionPolicies } from "@/lib/session/policy"
import type { Rotation, TokenState } from "@/lib/session/session"
import { following, hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { type Minting, type Tokens, write } from "@/lib/sign-in/steps/mint"
import { ownTurn, turn } from "@/lib/sign-in/steps/take-turn"
import { afterDueChange } from "@/lib/sign-in/steps/who-is-this"
import { after, secondsUntil } from "@/lib/time"

type Needs = Minting & Pick<Core, "keys" | "sessions" | "phoneChanges" | "events">

/**
 * Trades a refresh token for new tokens (RFC 9700, 4.14.2: rotation). Within ten seconds of its use an old token gets
 * the same successor or a plain no, as its audience's policy says; after that, or once its successor was used, it is
 * reuse, and the whole session ends. A session that is bound to a device refreshes on that device alone. A refresh writes
 * rows, so that a session and an account may do so many; one that is refused for that leaves its token as it was.
 */
export async function refresh(
  { refreshToken }: { refreshToken: string },
  caller: Caller,
  core: Needs,
): Promise<Tokens | No<"unauthorized" | "limited">> {
  const now = core.now()
  const hash = hashToken(refreshToken)
  // The first use of an account after a change of phone fell due ends every session but the one that asked for it.
  const look = () => core.sessions.find(hash, "refresh", "any", now)
  const state = await afterDueChange(await look(), look, core)
  const dead = whyDead(state, caller, now)
  if (dead || !state) return no(dead ?? "unknown", state)
  // A token that was used before costs nothing, and is seen for what it is however often the session refreshed.
  if (state.usedAt) return reused(refreshToken, caller, core)

  const next = await write({ ...nextFor(refreshToken, state, caller, core), issuedAt: now }, caller, core)
  const retireAt = after(now, grace)
  const outcome = await core.sessions.rotate({
    ...{ hash, successors: next.stored, now, retireAt },
    ...costOf(state, caller, now, core),
  })
  if (outcome === "rotated") return next.tokens
  if (outcome === "lost") return reused(refreshToken, caller, core)
  const { id: sessionId, accountId, client } = state.session
  const { retryAt, quota } = outcome
  return refuse({ kind: "limited", retryAt, quota }, { accountId, sessionId, client })
}

/**
 * One from what the session may refresh, from what all its account's may together, and from what its network may; and a row in
 * the record for each of the session's minutes.
 */
function costOf(state: TokenState, caller: Caller, now: Date, core: Needs): Pick<Rotation, "budgets" | "event"> {
  const { id, accountId } = state.session
  return {
    budgets: [
      ownTurn(policy.refresh, id, caller, core),
      ownTurn(policy.accountRefresh, accountId ?? id, caller, core),
      turn(policy.networkRefresh, caller, core),
    ],
    event: {
      ...eventOf("refreshed", caller, { at: now, ...sessionOf(state) }),
      fold: nameOfMinute(core.keys, now, "refreshed", id),
    },
  }
}

type Death = "unknown" | "foreign" | "expired" | "revoked"

function whyDead(state: TokenState | undefined, { audience, device, client }: Caller, now: Date): Death | undefined {
  if (!state) return "unknown"
  if (state.session.audience !== audience) return "foreign"
  if (sessionPolicies[audience].ofClient && state.session.client !== client) return "foreign"
  if (state.revoked) return "revoked"
  if (state.session.endsAt <= now || (!state.usedAt && state.expiresAt <= now)) return "expired"
  const bound = state.session.deviceHash
  return bound && (!device || hashToken(device) !== bound) ? "unknown" : undefined
}

function nextFor(
  refreshToken: string,
  { session, account }: TokenState,
  { audience }: Caller,
  core: Needs,
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
async function reused(refreshToken: string, caller: Caller, core: Needs): Promise<Tokens | No<"unauthorized">> {
  const now = core.now()
  const state = await core.sessions.find(hashToken(refreshToken), "refresh", caller.audience, now)
  if (!state?.usedAt || state.revoked) return no("revoked", state)
  if (after(state.usedAt, grace) > now) {
    if (sessionPolicies[caller.audience].within === "refuse") return no("revoked", state)
    const same = await repeatAnswer(refreshToken, state, caller, core)
    if (same) return same
  }
  const event = eventOf("refresh-reused", caller, { at: now, ...sessionOf(state) })
  if (!(await core.sessions.revoke(state.session.id, now, { forget: true, event }))) return no("revoked", state)
  // The reuse is in the record by its own name.
  return no("revoked", undefined)
}

/** The answer that this token got before, if its successor is still unused. Only opaque tokens can be said twice. */
async function repeatAnswer(
  refreshToken: string,
  state: TokenState,
  caller: Caller,
  core: Needs,
): Promise<Tokens | undefined> {
  const now = core.now()
  for (const key of core.keys.all) {
    const next = nextFor(refreshToken, state, caller, core, key)
    const access = await core.sessions.find(hashToken(next.secret), "access", caller.audience, now)
    const successor = await core.sessions.find(hashToken(next.refreshToken), "refresh", caller.audience, now)
    if (!access || !successor || successor.usedAt) continue
    const { expiresAt, issuedAt, session } = access
    const life = { expiresIn: secondsUntil(expiresAt, now), expiresAt, issuedAt }
    const { scopes, accountId } = session
    return { accessToken: next.secret, refreshToken: next.refreshToken, ...life, scopes, accountId: accountId ?? "" }
  }
  return undefined
}

/** Whose session it is, for the record: it has the network that it began in. */
const sessionOf = ({ session }: TokenState) => {
  const { accountId, id: sessionId, client, network } = session
  return { accountId, sessionId, client, network }
}

/**
 * A refusal, for the record with the session that it was about. What never was a token is about nobody, and a token that was
 * made for another audience is told from it in the record alone.
 */
function no(because: Death, state: TokenState | undefined): No<"unauthorized"> {
  const told = because === "foreign" ? "unknown" : because
  if (!state) return refuse({ kind: "unauthorized", because: told })
  const { accountId, id: sessionId, client } = state.session
  return refuse({ kind: "unauthorized", because: told }, { accountId, sessionId, client, reason: `refresh ${because}` })
}
