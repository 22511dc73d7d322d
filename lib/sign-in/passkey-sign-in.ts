import type { Use } from "@/lib/account/passkey"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import { sessionPolicies } from "@/lib/session/policy"
import type { Caller, Core } from "@/lib/sign-in/core"
import { type Begun, notProved, spendCeremony } from "@/lib/sign-in/steps/ceremony"
import { eventOf } from "@/lib/sign-in/steps/event-of"
import { languageOf } from "@/lib/sign-in/steps/language-of"
import { type Minting, mint, type Tokens } from "@/lib/sign-in/steps/mint"
import { takeOwnTurn, takeTurn } from "@/lib/sign-in/steps/take-turn"

export type PasskeySignIn = {
  /** What the browser was asked to have signed. */
  begun: Begun
  /** What its authenticator answered, as JSON. */
  answer: string
}

type Needs = Minting & Pick<Core, "limits" | "tries" | "passkeys" | "authenticators" | "redeem">

/**
 * Trades what a passkey signed for a session, without a text message, and tells what the passkey is. The passkey says whose it is: nothing is typed, so nothing tells
 * who has an account. What was asked is spent before anything is looked at; of two answers at once one counts.
 */
export async function passkeySignIn(
  { begun, answer }: PasskeySignIn,
  caller: Caller,
  core: Needs,
): Promise<{ tokens: Tokens; use: Use } | No<"limited" | "passkey-refused">> {
  const limited = await takeTurn(policy.passkeys, caller, core)
  if (limited) return limited
  const spent = await spendCeremony(answer, begun, undefined, core)
  if (isRefusal(spent)) return spent

  const { id, asked } = spent
  const found = await core.passkeys.find(id)
  if (!found || found.account.realm !== caller.realm) return notProved("wrong")
  const { passkey, account } = found
  const about = { accountId: account.id }
  if (passkey.rpId !== asked.rpId) return notProved("elsewhere", about)
  const use = await core.authenticators.proved(answer, asked, passkey)
  if (typeof use === "string") return notProved(use, about)
  const tooMany = await takeOwnTurn(policy.signIns, account.id, caller, core, about)
  if (tooMany) return tooMany

  const now = core.now()
  const { session, tokens } = await mint({ account }, caller, core)
  const { single } = sessionPolicies[caller.audience]
  const event = eventOf("signed-in-with-passkey", caller, { at: now, ...about, sessionId: session.id })
  const outcome = await core.redeem({ passkey: use, session, single, ...languageOf(caller), event, now })
  // It was removed, or used elsewhere with a higher count, since it was looked at.
  if (outcome === "lost" || outcome === "taken") return refuse({ kind: "passkey-refused", because: "unknown" }, about)
  return { tokens, use }
}
