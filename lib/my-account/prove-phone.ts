import type { Account } from "@/lib/account/account"
import type { PhoneChange, Which } from "@/lib/account/phone-change"
import { type Challenge, type Guesser, pinRules, type Tried } from "@/lib/challenge/challenge"
import { pinMatches } from "@/lib/challenge/pin"
import { parsePin } from "@/lib/challenge/typed-pin"
import { noteVerified } from "@/lib/firewall/ledger/verified"
import { policy } from "@/lib/limits/policy"
import { subjectOf } from "@/lib/my-account/change-phone"
import { noticeOfChange } from "@/lib/my-account/notice-of-change"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"
import {
  chargeGuess,
  chargesFor,
  forgiveGuesses,
  isCharged,
  isChargedToNetwork,
} from "@/lib/sign-in/steps/guess-charges"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { spendTry } from "@/lib/sign-in/steps/spend-try"
import { decoyFor, triesSpent } from "@/lib/sign-in/steps/spent-challenge"

/**
 * Takes the PIN that one of the two phones got. Once both are right the phone changes at once, every other session ends, and
 * the old phone is told. As at sign-in, a try is paid for before it is looked at.
 */
export async function provePhone(
  request: { which: Which; pin: string },
  member: Member,
  core: Core,
): Promise<{ changed: boolean } | Refusal> {
  const pin = parsePin(request.pin)
  if (!pin) return refuse({ kind: "invalid-field", field: "pin", hint: "must be the 6 digits of the text message" })
  const { account, session } = member.signedIn
  const change = await core.phoneChanges.open(account.id)
  if (!change || change.effectiveAt) return refuse({ kind: "not-found" })

  const subject = subjectOf(request.which, account)
  const spent = await spendTry({ subject, perNetwork: policy.pinTries }, member, core)
  if (isRefusal(spent)) return spent
  const { realm, whitelabelId } = account
  const decoy = decoyFor({ realm, subject, purpose: "change-phone", whitelabelId }, core)
  const challenge = await core.challenges.spendTry(decoy, signedInHere, core.now())
  if (!challenge) return triesSpent(account.realm, core)
  // Whoever is signed in may be a thief with an open browser: at the phones they guess like a stranger.
  const charges = chargesFor(challenge, member, core)
  const unheard = await chargeGuess(charges, challenge, member, core)
  if (unheard) return unheard
  if (!isRight({ pin, which: request.which }, challenge, change, account, core)) {
    await spent.countFailure(isChargedToNetwork(charges))
    return wrongPin(challenge, account)
  }
  // Of several right ones at once only one is the proof, and takes back what was mistyped.
  if (!(await core.challenges.use(challenge.id, core.now()))) {
    await spent.returnTry()
    await core.drainingBudgets.forgive(charges.filter(isCharged), 1, core.now())
    return wrongPin(challenge, account)
  }
  await spent.succeed()
  await forgiveGuesses(spent.guesser, charges, challenge, core)
  const { phone } = challenge
  if (phone) core.later(() => noteVerified({ realm: account.realm, subject, phone }, core))
  const proved = await core.phoneChanges.prove(change.id, request.which, session.id, core.now())
  if (!proved?.effectiveAt) return { changed: false }
  const settled = await settlePhoneChange(account, core)
  if (settled?.oldPhone) await noticeOfChange(account, member, core)
  return { changed: true }
}

/** A change of phone has one pool of tries: nobody can guess at it who is not signed in. */
const signedInHere: Guesser = { isHome: true, network: "" }

/** Bound to this change: a PIN from before it, or for another number, opens nothing. */
function isRight(
  { pin, which }: { pin: string; which: Which },
  challenge: Challenge,
  change: PhoneChange,
  account: Account,
  core: Core,
): boolean {
  const phone = which === "new" ? change.newPhone : account.phone
  const matches = pinMatches(challenge, pin, core.keys)
  const isOurs = challenge.purpose === "change-phone" && challenge.accountId === account.id && challenge.phone === phone
  return matches && isOurs && challenge.issuedAt >= change.createdAt && challenge.expiresAt > core.now()
}

const wrongPin = ({ triesSpent }: Tried, { realm }: Account): Refusal =>
  refuse({ kind: "wrong-pin", triesLeft: Math.max(0, pinRules[realm].tries - triesSpent) })
