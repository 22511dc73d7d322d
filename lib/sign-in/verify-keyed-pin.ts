import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { pinRules, type Tried } from "@/lib/challenge/challenge"
import { guessCaps } from "@/lib/challenge/guess-caps"
import { parsePin } from "@/lib/challenge/typed-pin"
import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { type Profile, profileOf } from "@/lib/my-account/profile"
import { type About, isRefusal, type No, refuse } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { type RedeemNeeds, redeemPin } from "@/lib/sign-in/steps/redeem-pin"
import { isFor } from "@/lib/sign-in/steps/send-keyed-pin"
import { typedSubject } from "@/lib/sign-in/steps/send-pin"

/** A key, and the PIN that was sent with it. */
export type VerifyKeyedPin = { key: string; pin: string }

/** A session, and whose it is. */
export type Opened = { tokens: Tokens; profile: Profile }

/**
 * Trades a key and its PIN for a session. Wrong, expired, used, cycled, spent and made-up are one answer. A key that was
 * never given still pays for its try, from the network's budget.
 */
export async function verifyKeyedPin(
  request: VerifyKeyedPin,
  caller: Caller,
  core: RedeemNeeds & Pick<Core, "addresses" | "tries">,
): Promise<Opened | No<"limited" | "wrong-pin">> {
  const { realm } = caller
  const keyHash = hashToken(request.key)
  const pin = parsePin(request.pin, pinRules[realm].digits)
  const kept = pin && (await core.challenges.subjectOf(keyHash))
  if (!kept) return (await takeTry(caller, core)) ?? wrong({ reason: "unknown-key" })

  const subject = typedSubject(kept)
  const target = { keyHash, realm }
  const sees = (challenge: Tried) => seenBy(caller, challenge)
  const owner = { realm, kind: "phone", value: subject } as const
  const opened = await redeemPin({ subject, owner, pin, whitelabelId: defaultWhitelabel, target, sees }, caller, core)
  if (!isRefusal(opened)) return { tokens: opened.tokens, profile: await profileOf(opened.account, core) }
  // Others would tell more of a key than that it does not open anything.
  return opened.kind === "limited" ? opened : wrong({ ...opened.about, reason: opened.kind })
}

/** Nothing is told of the tries that are left: an unknown key has none to count. */
const wrong = (about: About) => refuse({ kind: "wrong-pin", triesLeft: 0 }, about)

/** One from the budget of tries that a network has, whatever it guesses at. */
async function takeTry(
  { realm, address }: Caller,
  core: Pick<Core, "now" | "keys" | "tries">,
): Promise<No<"limited"> | undefined> {
  const { tries } = guessCaps.pin
  const key = `${tries.name}:${realm}:${sealedName(core.keys, "network", networkOf(address))}`
  const answer = await core.tries.take([{ key, quota: tries }], core.now())
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota: tries })
}

/** A client that is not for this account sees a decoy, however the key was come by. */
function seenBy(caller: Caller, challenge: Tried): Tried {
  const { account } = challenge
  return !caller.reservedFor || (account && isFor(account, caller)) ? challenge : { ...challenge, phone: null }
}
