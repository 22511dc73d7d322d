import { type About, type Refusal, refuse } from "@/lib/refusal"
import type { Audience } from "@/lib/session/policy"
import type { SignedIn, TokenState } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Core } from "@/lib/sign-in/core"
import { minutes } from "@/lib/time"

/** Whose access token this is. Refuses one that is unknown, aged, revoked or minted for another audience. */
export async function whoIsThis(token: string, audience: Audience, core: Core): Promise<SignedIn | Refusal> {
  const state = await liveToken(token, audience, core)
  if ("refused" in state) return state
  return state.account
    ? { session: state.session, account: state.account }
    : refuse({ kind: "unauthorized", because: "unknown" })
}

/** An access token that holds, an account's or a machine's. Its use is noted. */
export async function liveToken(token: string, audience: Audience, core: Core): Promise<TokenState | Refusal> {
  const now = core.now()
  const state = await core.sessions.find(hashToken(token), "access", "any")
  if (!state) return refuse({ kind: "unauthorized", because: "unknown" })
  const death = whyDead(state, audience, now)
  // A token that was made for others is as good as unknown here; the record knows it.
  if (death)
    return refuse({ kind: "unauthorized", because: death === "foreign" ? "unknown" : death }, about(state, death))
  if (now.getTime() - state.session.lastSeenAt.getTime() >= minutes(1)) await core.sessions.seen(state.session.id, now)
  return state
}

type Death = "foreign" | "expired" | "revoked"

function whyDead(state: TokenState, audience: Audience, now: Date): Death | undefined {
  // First of all: what became of a token is no business of an audience that it was not made for.
  if (state.session.audience !== audience) return "foreign"
  if (state.revoked) return "revoked"
  return state.expiresAt <= now || state.session.endsAt <= now ? "expired" : undefined
}

/** Whose session it was, for the record. */
const about = ({ session }: TokenState, death: Death): About => ({
  accountId: session.accountId,
  sessionId: session.id,
  client: session.client,
  reason: `token ${death}`,
})
