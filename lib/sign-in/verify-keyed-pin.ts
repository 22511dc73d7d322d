import type { Account } from "@/lib/account/account"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { pinRules, type Tried } from "@/lib/challenge/challenge"
import { parsePin } from "@/lib/challenge/typed-pin"
import { type Profile, profileOf } from "@/lib/my-account/profile"
import { type About, isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { redeemPin, takeTry } from "@/lib/sign-in/steps/redeem-pin"
import { isFor } from "@/lib/sign-in/steps/send-keyed-pin"
import { typedSubject } from "@/lib/sign-in/steps/send-pin"

/** A key, and the PIN that was sent with it. */
export type VerifyKeyedPin = { key: string; pin: string }

/** A session, and whose it is. */
export type Opened = { tokens: Tokens; profile: Profile }

/**
 * Trades a key and its PIN for a session. Wrong, expired, used, cycled, spent and made-up are one answer. A key that was
 * never given pays for its try all the same, from the network's budget.
 */
export async function verifyKeyedPin(request: VerifyKeyedPin, caller: Caller, core: Core): Promise<Opened | Refusal> {
  const { realm } = caller
  const keyHash = hashToken(request.key)
  const pin = parsePin(request.pin, pinRules[realm].digits)
  const kept = pin && (await core.challenges.subjectOf(keyHash))
  if (!kept) return (await takeTry(caller, core)) ?? wrong({ reason: "unknown-key" })

  const subject = typedSubject(kept)
  const spend = async () => {
    const challenge = await core.challenges.spendTryByKey(keyHash, realm, core.now())
    return challenge ? seenBy(caller, challenge, core) : "spent"
  }
  const owner = { realm, kind: "phone", value: subject } as const
  const tokens = await redeemPin({ subject, owner, pin, whitelabelId: defaultWhitelabel, spend }, caller, core)
  if (isRefusal(tokens)) return hidden.has(tokens.kind) ? wrong({ ...tokens.about, reason: tokens.kind }) : tokens
  const account = await core.accounts.byId(tokens.accountId)
  return { tokens, profile: await profileOf(account as Account, core) }
}

/** Refusals that would tell more of a key than that it does not open anything. */
const hidden: ReadonlySet<Refusal["kind"]> = new Set(["tries-spent", "email-taken"])

/** Nothing is told of the tries that are left: a key that nobody holds has none to count. */
const wrong = (about: About) => refuse({ kind: "wrong-pin", triesLeft: 0 }, about)

/** A client that is not for this account sees a decoy, however the key was come by. */
async function seenBy(caller: Caller, challenge: Tried, core: Core): Promise<Tried> {
  if (!caller.reservedFor) return challenge
  const account = await core.accounts.byId(challenge.accountId ?? "")
  return account && isFor(account, caller) ? challenge : { ...challenge, phone: null }
}
