import { type About, type No, refuse } from "@/lib/refusal"
import type { Audience } from "@/lib/session/policy"
import type { SignedIn, TokenState } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Core } from "@/lib/sign-in/core"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"

type Needs = Pick<Core, "now" | "sessions" | "phoneChanges" | "events">

/** Whose access token this is. Refuses one that is unknown, aged, revoked or minted for another audience. */
export async function whoIsThis(
  token: string,
  audience: Audience,
  core: Needs,
): Promise<SignedIn | No<"unauthorized">> {
  const state = await liveToken(token, audience, core)
  if ("refused" in state) return state
  return state.account
    ? { session: state.session, account: state.account }
    : refuse({ kind: "unauthorized", because: "unknown" })
}

/** An access token that holds, an account's or a machine's. Its use is noted. */
export async function liveToken(
  token: string,
  audience: Audience,
  core: Needs,
): Promise<TokenState | No<"unauthorized">> {
  const now = core.now()
  const look = () => core.sessions.use(hashToken(token), audience, now)
  const state = await afterDueChange(await look(), look, core)
  if (!state) return refuse({ kind: "unauthorized", because: "unknown" })
  const death = whyDead(state, audience, now)
  // A token that was made for others is as good as unknown here; the record knows it.
  return death
    ? refuse({ kind: "unauthorized", because: death === "foreign" ? "unknown" : death }, about(state, death))
    : state
}

/**
 * What is found at another look, where a change of the account's phone was due at the first: it takes effect, and ends the
 * sessions but the one that asked for it.
 */
export async function afterDueChange(
  state: TokenState | undefined,
  look: () => Promise<TokenState | undefined>,
  core: Pick<Core, "now" | "phoneChanges" | "events">,
): Promise<TokenState | undefined> {
  if (!state?.changeIsDue || !state.account) return state
  await settlePhoneChange(state.account, core)
  return look()
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
