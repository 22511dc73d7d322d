import type { Applicant } from "@/lib/account/account"
import { isBarredLine } from "@/lib/account/barred-line"
import { parseEmail } from "@/lib/account/email"
import { parsePersonName } from "@/lib/account/person-name"
import { type PhoneNumber, parsePhone } from "@/lib/account/phone-number"
import { defaultWhitelabel, whitelabel } from "@/lib/account/whitelabel"
import type { NotAdmitted } from "@/lib/firewall/admit"
import type { NoEntry } from "@/lib/firewall/pass"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type EnterNeeds, enterFor } from "@/lib/sign-in/steps/enter-for"
import { isOnItsWay } from "@/lib/sign-in/steps/is-on-its-way"
import { type PinSent, type SendNeeds, sendPin } from "@/lib/sign-in/steps/send-pin"

export type Register = {
  firstName: string
  lastName: string
  email: string
  phone: string
  /** ISO 3166-1 alpha-2: how to read a local number. */
  country: string
  whitelabelId?: number | undefined
  captchaToken?: string | undefined
}

/** The newcomer's email as it will be found, and where their PIN went. */
export type Registered = PinSent & { email: string; phone: PhoneNumber }

type NotRegistered = NoClaim | NoEntry | NotAdmitted | No<"email-taken">
type Needs = EnterNeeds & SendNeeds

/**
 * Takes a newcomer's details and sends a PIN to their phone. They have no account until it is verified: a
 * registration made again replaces the one before and kills its PIN, so that no one can squat on another person's email.
 * The same email and phone within the wait are a double submit: one message, and the newest details. It is told as sent only
 * where the message is not known to have failed.
 */
export async function register(request: Register, caller: Caller, core: Needs): Promise<Registered | NotRegistered> {
  const claim = readClaim(request)
  if (isRefusal(claim)) return claim
  const { email, applicant, phone, whitelabelId } = claim
  const { realm } = caller
  const owner = { realm, kind: "email", value: email } as const
  const visit = { ...request, verb: "register", action: "signup", about: [email, phone.e164], number: phone } as const
  const entered = await enterFor(visit, owner, caller, core)
  if (isRefusal(entered)) return entered
  const { pass, whose } = entered
  if (entered.found.account) return refuse({ kind: "email-taken" })

  const to = { realm, whose, subject: email, phone, to: "newcomer", whitelabelId, accountId: null, applicant } as const
  const { language } = caller
  const sent = await sendPin({ ...to, language, renew: "replace" }, pass, core)
  if (!isRefusal(sent)) return { email, phone, ...sent }
  if (sent.kind !== "wait") return sent
  // Of two submits at once the second may come here before the first has written its challenge: that is a double submit too.
  // Hence this order: read first, and a challenge that is written between the two statements is found by the second.
  const pending = await core.challenges.unused(realm, email)
  const isDouble = !pending || (await core.challenges.amend(realm, email, phone.e164, applicant, core.now()))
  if (!isDouble) return sent
  const { retryAt } = sent
  if (!(await isOnItsWay(to, core))) return refuse({ kind: "sms-unavailable", retryAt, issued: phone })
  return { email, phone, resendAt: retryAt }
}

type NoClaim = No<"invalid-field" | "invalid-email" | "invalid-phone" | "registration-blocked">
type Claim = { applicant: Applicant; email: string; phone: PhoneNumber; whitelabelId: number }

function readClaim(request: Register): Claim | NoClaim {
  const firstName = parsePersonName(request.firstName)
  const lastName = parsePersonName(request.lastName)
  const nameHint = "must be 1 to 100 characters, without control characters"
  if (!firstName) return refuse({ kind: "invalid-field", field: "firstName", hint: nameHint })
  if (!lastName) return refuse({ kind: "invalid-field", field: "lastName", hint: nameHint })
  if (!/^[A-Za-z]{2}$/.test(request.country))
    return refuse({ kind: "invalid-field", field: "country", hint: "must be two letters, as in ISO 3166-1" })
  const whitelabelId = request.whitelabelId ?? defaultWhitelabel
  const joined = whitelabel(whitelabelId)
  if (!joined) return refuse({ kind: "invalid-field", field: "whitelabel", hint: "is not known" })

  const email = parseEmail(request.email)
  if (!email) return refuse({ kind: "invalid-email" })
  const phone = parsePhone(request.phone, request.country)
  if (!phone)
    return isBarredLine(request.phone, request.country)
      ? refuse({ kind: "registration-blocked", because: "line-type" })
      : refuse({ kind: "invalid-phone" })
  if (joined.registration === "blocked") return refuse({ kind: "registration-blocked", because: "whitelabel" })
  return { email, applicant: { firstName, lastName, email, phoneCountry: phone.country }, phone, whitelabelId }
}
