import { parseEmail } from "@/lib/account/email"
import type { PhoneNumber } from "@/lib/account/phone-number"
import { defaultWhitelabel, whitelabel } from "@/lib/account/whitelabel"
import type { NotAdmitted } from "@/lib/firewall/admit"
import type { NoEntry } from "@/lib/firewall/pass"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type EnterNeeds, enterForSettled } from "@/lib/sign-in/steps/enter-for"
import { isOnItsWay } from "@/lib/sign-in/steps/is-on-its-way"
import { type PinSent, type SendNeeds, sendPin } from "@/lib/sign-in/steps/send-pin"
import type { SettleNeeds } from "@/lib/sign-in/steps/settle-phone-change"

export type CheckEmail = { email: string; whitelabelId?: number | undefined; captchaToken?: string | undefined }

/** Whether the email has an account; if so, where their PIN went and when the next may be asked for. */
export type EmailChecked = { email: string } & ({ exists: false } | ({ exists: true; phone: PhoneNumber } & PinSent))

type NotChecked = NoEntry | Exclude<NotAdmitted, { kind: "wait" }> | No<"invalid-email" | "invalid-field">
type Needs = EnterNeeds & SendNeeds & SettleNeeds

/**
 * Looks up an email and, if it has an account, sends a PIN to the phone on file. Within the wait between two
 * messages the answer is the same and nothing is sent, unless it is unknown whether the last one left.
 */
export async function checkEmail(request: CheckEmail, caller: Caller, core: Needs): Promise<EmailChecked | NotChecked> {
  const email = parseEmail(request.email)
  if (!email) return refuse({ kind: "invalid-email" })
  if (!whitelabel(request.whitelabelId ?? defaultWhitelabel))
    return refuse({ kind: "invalid-field", field: "whitelabel", hint: "is not known" })

  const { realm } = caller
  const owner = { realm, kind: "email", value: email } as const
  const visit = { ...request, verb: "check-email", action: "login", about: [email] } as const
  const entered = await enterForSettled(visit, owner, caller, core)
  if (isRefusal(entered)) return entered

  const { pass, whose } = entered
  const { account } = entered.found
  if (!account?.phone || !account.phoneCountry) return { email, exists: false }

  const phone = { e164: account.phone, country: account.phoneCountry }
  const to = {
    realm,
    subject: email,
    phone,
    to: "known",
    // The account's own, whichever the caller names: another would be another PIN, and kill the one on its way.
    whitelabelId: account.whitelabelId,
    accountId: account.id,
    applicant: null,
    language: caller.language ?? account.language,
    whose,
  } as const
  const sent = await sendPin({ ...to, renew: "repeat" }, pass, core)
  if (!isRefusal(sent)) return { email, exists: true, phone, ...sent }
  if (sent.kind !== "wait") return sent
  const { retryAt } = sent
  if (!(await isOnItsWay(to, core))) return refuse({ kind: "sms-unavailable", retryAt, issued: phone })
  return { email, exists: true, phone, resendAt: retryAt }
}
