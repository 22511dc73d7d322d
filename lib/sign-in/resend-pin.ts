import { parseEmail } from "@/lib/account/email"
import { defaultWhitelabel } from "@/lib/account/whitelabel"
import type { NotAdmitted } from "@/lib/firewall/admit"
import type { NoEntry } from "@/lib/firewall/pass"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type Entered, type EnterNeeds, enterForSettled } from "@/lib/sign-in/steps/enter-for"
import { type PinSent, type Recipient, type SendNeeds, sendPin } from "@/lib/sign-in/steps/send-pin"
import type { SettleNeeds } from "@/lib/sign-in/steps/settle-phone-change"

export type ResendPin = { email: string; captchaToken?: string | undefined }

type NotSent = NoEntry | NotAdmitted | No<"invalid-email">
type Needs = EnterNeeds & SendNeeds & SettleNeeds

/**
 * Sends the live PIN again, or a new one if it has expired. An email without an account gets the same
 * answer and the same waits, and no message.
 */
export async function resendPin(request: ResendPin, caller: Caller, core: Needs): Promise<PinSent | NotSent> {
  const email = parseEmail(request.email)
  if (!email) return refuse({ kind: "invalid-email" })
  const owner = { realm: caller.realm, kind: "email", value: email } as const
  const visit = { ...request, verb: "resend-pin", action: "login", about: [email] } as const
  const entered = await enterForSettled(visit, owner, caller, core)
  return isRefusal(entered) ? entered : sendPin(recipientOf(email, entered, caller), entered.pass, core)
}

/** The account or pending registration of this email; else a decoy, which takes the same steps and is sent nothing. */
function recipientOf(email: string, { pass: { realm }, found, whose }: Entered, caller: Caller): Recipient {
  const { account } = found
  const pending = found.pending?.phone ? found.pending : undefined
  const whitelabelId = account?.whitelabelId ?? pending?.whitelabelId ?? defaultWhitelabel
  const language = caller.language ?? account?.language
  const about = { realm, subject: email, whitelabelId, whose, language, renew: "repeat" } as const
  if (account?.phone && account.phoneCountry) {
    const phone = { e164: account.phone, country: account.phoneCountry }
    return { ...about, phone, to: "known", accountId: account.id, applicant: null }
  }
  const applicant = pending?.applicant ?? null
  const phone = pending?.phone && applicant ? { e164: pending.phone, country: applicant.phoneCountry } : undefined
  return { ...about, phone, to: phone ? "newcomer" : "decoy", accountId: null, applicant }
}
