import { type Refusal, refuse } from "@/lib/refusal"
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
  const state = await core.sessions.find(hashToken(token), "access", audience)
  if (!state) return refuse({ kind: "unauthorized", because: "unknown" })
  if (state.revoked) return refuse({ kind: "unauthorized", because: "revoked" })
  if (state.expiresAt <= now || state.session.endsAt <= now) return refuse({ kind: "unauthorized", because: "expired" })
  if (now.getTime() - state.session.lastSeenAt.getTime() >= minutes(1)) await core.sessions.seen(state.session.id, now)
  return state
}
