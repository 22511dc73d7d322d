import type { Account } from "@/lib/account/account"
import type { PhoneChange, Which } from "@/lib/account/phone-change"
import type { Challenge } from "@/lib/challenge/challenge"
import { guessCaps } from "@/lib/challenge/guess-caps"
import { pinMatches } from "@/lib/challenge/pin"
import { parsePin } from "@/lib/challenge/typed-pin"
import { noteVerified } from "@/lib/firewall/ledger/verified"
import { subjectOf } from "@/lib/my-account/change-phone"
import { type NoticeNeeds, noticeOfChange } from "@/lib/my-account/notice-of-change"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"
import { type GuessNeeds, guessPin } from "@/lib/sign-in/steps/guess-pin"
import { type SettleNeeds, settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { decoyFor } from "@/lib/sign-in/steps/spent-challenge"

/**
 * Takes the PIN that one of the two phones got. Once both are right the phone changes at once, every other session ends, and
 * the old phone is told. The caller may be a thief at an open browser, so their guesses are limited like a stranger's.
 */
export async function provePhone(
  request: { which: Which; pin: string },
  member: Member,
  core: GuessNeeds & SettleNeeds & NoticeNeeds,
): Promise<{ changed: boolean } | No<"invalid-field" | "not-found" | "limited" | "tries-spent" | "wrong-pin">> {
  const pin = parsePin(request.pin)
  if (!pin) return refuse({ kind: "invalid-field", field: "pin", hint: "must be the 6 digits of the text message" })
  const { account, session } = member.signedIn
  const change = await core.phoneChanges.open(account.id)
  if (!change || change.effectiveAt) return refuse({ kind: "not-found" })

  const { which } = request
  const subject = subjectOf(which, account)
  const { realm, whitelabelId } = account
  const unclaimed = { realm, subject, purpose: "change-phone", whitelabelId } as const
  const proved = await guessPin(
    {
      subject,
      caps: guessCaps.changePin,
      // Only the signed-in owner can guess at it.
      target: { decoy: decoyFor(unclaimed, core), onePool: true },
      isRight: (challenge) => isRight({ pin, which }, challenge, change, account, core),
      async win({ id: challengeId, phone, issuedAt }, guess, { guesser: { network } }) {
        const proof = { id: change.id, which, by: session.id, challengeId, guess }
        const proved = await core.phoneChanges.prove(proof, core.now())
        if (proved === "lost") return undefined
        if (phone) core.later(() => noteVerified({ realm, subject, phone, network, issuedAt }, core))
        return { isDue: proved?.effectiveAt != null }
      },
    },
    member,
    core,
  )
  if (isRefusal(proved)) return proved
  if (!proved.isDue) return { changed: false }
  const settled = await settlePhoneChange(account, core)
  if (settled?.oldPhone) await noticeOfChange(account, member, core)
  return { changed: true }
}

/** Bound to this change: a PIN from before it, or for another number, opens nothing. */
function isRight(
  { pin, which }: { pin: string; which: Which },
  challenge: Challenge,
  change: PhoneChange,
  account: Account,
  core: Pick<Core, "now" | "keys">,
): boolean {
  const phone = which === "new" ? change.newPhone : account.phone
  const matches = pinMatches(challenge, pin, core.keys)
  const isOurs = challenge.purpose === "change-phone" && challenge.accountId === account.id && challenge.phone === phone
  return matches && isOurs && challenge.issuedAt >= change.createdAt && challenge.expiresAt > core.now()
}
