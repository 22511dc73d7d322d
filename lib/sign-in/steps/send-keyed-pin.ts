import type { Account, Applicant } from "@/lib/account/account"
import type { PhoneNumber } from "@/lib/account/phone-number"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import type { NotAdmitted } from "@/lib/firewall/admit"
import type { Pass } from "@/lib/firewall/pass"
import type { Whose } from "@/lib/firewall/whose"
import { isRefusal } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { Entered } from "@/lib/sign-in/steps/enter-for"
import { type SendLaterNeeds, sendPinLater } from "@/lib/sign-in/steps/send-pin"

/** The key that must come back with the PIN. It says nothing of whether a PIN was sent. */
export type KeySent = { key: string }

/**
 * Whom a phone stands for: an account, a newcomer, or no one that this caller may know of. A newcomer's earlier details are kept
 * behind the decoy, so that such a caller cannot make them start again.
 */
export type Holder = { whose: Whose } & (
  | { account: Account }
  | { applicant: Applicant }
  | { unknown: true; kept: Applicant | undefined }
)

/** What sending a PIN with a key needs. */
export type KeyedNeeds = SendLaterNeeds & Pick<Core, "newKey">

/**
 * Puts a new key in the place of whatever the phone had, and sends the PIN that goes with it after the answer. For nobody
 * the same is written, and nothing is sent.
 */
export async function sendKeyedPin(
  { phone, holder }: { phone: PhoneNumber; holder: Holder },
  pass: Pass,
  { realm }: Caller,
  core: KeyedNeeds,
): Promise<KeySent | NotAdmitted> {
  const key = core.newKey()
  const to = { realm, subject: phone.e164, phone, whitelabelId: defaultWhitelabel, keyHash: hashToken(key) }
  const sent = await sendPinLater({ ...to, ...recipientOf(holder), renew: "replace" }, pass, core)
  return isRefusal(sent) ? sent : { key }
}

function recipientOf(holder: Holder) {
  const { whose } = holder
  if ("unknown" in holder) return { whose, to: "decoy", accountId: null, applicant: holder.kept ?? null } as const
  return "account" in holder
    ? ({
        whose,
        to: "known",
        accountId: holder.account.id,
        applicant: null,
        language: holder.account.language,
      } as const)
    : ({ whose, to: "newcomer", accountId: null, applicant: holder.applicant } as const)
}

/** Who holds the phone, as far as this caller may know. */
export function holderOf({ found: { account, pending }, whose }: Entered, caller: Caller): Holder {
  if (account && isFor(account, caller)) return { account, whose }
  const applicant = pending?.applicant ?? undefined
  // A client that is reserved for some accounts has no newcomers: no one can be one of them yet.
  return applicant && !caller.reservedFor ? { applicant, whose } : { unknown: true, kept: applicant, whose }
}

/** Whether the caller's client is for this account. */
export const isFor = (account: Account, { reservedFor }: Caller): boolean => reservedFor?.(account) ?? true
