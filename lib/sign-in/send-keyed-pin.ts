import type { Pass } from "@/lib/abuse/enter"
import type { Account, Applicant } from "@/lib/account/account"
import type { PhoneNumber } from "@/lib/account/phone-number"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { sendPinLater } from "@/lib/sign-in/send-pin"

/** The key that must come back with the PIN. It says nothing of whether a PIN was sent. */
export type KeySent = { key: string }

/** Whom a phone stands for: an account, a newcomer, or nobody that this caller may know of. */
export type Holder = { account: Account } | { applicant: Applicant } | "nobody"

/**
 * Puts a new key in the place of whatever the phone had, and sends the PIN that goes with it after the answer. For nobody
 * the same is written, and nothing is sent.
 */
export async function sendKeyedPin(
  { phone, holder }: { phone: PhoneNumber; holder: Holder },
  pass: Pass,
  { realm }: Caller,
  core: Core,
): Promise<KeySent | Refusal> {
  const key = core.newKey()
  const to = { realm, subject: phone.e164, phone, whitelabelId: defaultWhitelabel, keyHash: hashToken(key) }
  const sent = await sendPinLater({ ...to, ...recipientOf(holder), renew: "replace" }, pass, core)
  return isRefusal(sent) ? sent : { key }
}

function recipientOf(holder: Holder) {
  if (holder === "nobody") return { to: "decoy", accountId: null, applicant: null } as const
  return "account" in holder
    ? ({ to: "known", accountId: holder.account.id, applicant: null } as const)
    : ({ to: "newcomer", accountId: null, applicant: holder.applicant } as const)
}

/** The account that a phone finds, if this caller's client is for it. */
export async function knownBy(phone: PhoneNumber, caller: Caller, core: Core): Promise<Account | undefined> {
  const account = await core.accounts.by("phone", caller.realm, phone.e164)
  return account && isFor(account, caller) ? account : undefined
}

/** Whether the caller's client is for this account. */
export const isFor = (account: Account, { reservedFor }: Caller): boolean => reservedFor?.(account) ?? true
