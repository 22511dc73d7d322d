import { parseEmail } from "@/lib/account/email"
import type { PhoneNumber } from "@/lib/account/phone-number"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { checkEmail } from "@/lib/sign-in/check-email"
import type { Core } from "@/lib/sign-in/core"
import { register } from "@/lib/sign-in/register"
import { resendPin } from "@/lib/sign-in/resend-pin"
import { earlierOf, endEarlier } from "@/lib/sign-in/steps/end-earlier"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import type { Cookie, FormProblem } from "@/lib/web/cookie"
import { rememberDevice } from "@/lib/web/device-cookie"
import type { Form, FormVisit, Outcome } from "@/lib/web/form"
import { phoneProblem } from "@/lib/web/phone-problem"
import { expiredPin, untilThen, wordsFor } from "@/lib/web/refusal-words"
import * as schemas from "@/lib/web/sign-in/schemas"

const startOver: Outcome = { go: "/sign-in" }

/** Step one: an email. */
export const checkEmailForm: Form<schemas.EmailValues> = {
  page: "/sign-in",
  read: schemas.emailForm,
  async run({ email, captchaToken }, visit) {
    const checked = await withCaptcha(captchaToken, (token) =>
      checkEmail({ email, captchaToken: token, whitelabelId: visit.whitelabelId }, visit.caller, visit.core),
    )
    if (isRefusal(checked)) return notSent(checked, parseEmail(email) ?? email, undefined, visit)
    if (checked.exists) return toPinPage({ ...checked, newcomer: false, sent: true }, visit)
    const { step } = visit.cookie
    visit.cookie.step = { at: "register", email: checked.email, ...(step?.details && { details: step.details }) }
    return { go: "/sign-in/register" }
  },
}

/** Step two, for newcomers: who they are and where to send the PIN. */
export const registerForm: Form<schemas.RegisterValues> = {
  page: "/sign-in/register",
  read: schemas.registerForm,
  async run({ captchaToken, ...details }, visit) {
    const email = visit.cookie.step?.email
    if (!email) return startOver
    const request = { ...details, email, whitelabelId: visit.whitelabelId }
    const registered = await withCaptcha(captchaToken, (token) =>
      register({ ...request, captchaToken: token }, visit.caller, visit.core),
    )
    if (isRefusal(registered) && registered.kind === "invalid-phone")
      return { refusal: registered, problems: [phoneProblem(details.phone, details.country)] }
    if (isRefusal(registered)) return notSent(registered, email, details, visit)
    return toPinPage({ ...registered, newcomer: true, sent: true, details }, visit)
  },
}

/** The last step: the PIN. */
export const verifyPinForm: Form<schemas.PinValues> = {
  page: "/sign-in/pin",
  read: schemas.pinForm,
  async run({ pin }, { cookie, device, caller, core, whitelabelId }) {
    const email = cookie.step?.email
    if (!email) return startOver
    const newBrowserToken = core.newToken()
    const tokens = await verifyPin({ email, pin, whitelabelId }, { ...caller, newBrowserToken }, core)
    if (isRefusal(tokens)) return refusedPin(tokens, email, cookie, core)
    await rememberDevice(device, newBrowserToken)
    await endEarlier(await earlierOf(cookie.accessToken, caller, core), caller, core)
    delete cookie.step
    cookie.accessToken = tokens.accessToken
    return { go: "/account" }
  },
}

/**
 * A PIN that opened nothing. Whoever has the cookie of this step asked for the PIN, so they are told when it has expired; and once
 * it is over, whichever way, when the next one may be asked for.
 */
async function refusedPin(refusal: Refusal, email: string, cookie: Cookie, core: Core): Promise<Outcome> {
  const now = core.now()
  const challenge = refusal.kind === "wrong-pin" ? await core.challenges.unused("handbid", email) : undefined
  const problem = challenge && challenge.expiresAt <= now ? expiredPin : wordsFor(refusal, now)
  if (!problem.isOver || cookie.step?.at !== "pin") return { refusal, problems: [problem] }
  cookie.step.isOver = true
  const resendAt = new Date(cookie.step.resendAt)
  return { refusal, problems: [resendAt > now ? untilThen(problem, resendAt, now) : problem] }
}

/** "Send the PIN again", or a new one: what goes wrong is said there, and not at the field of the PIN. */
export const resendPinForm: Form<{ captchaToken?: string | undefined }> = {
  page: "/sign-in/pin",
  read: schemas.resendForm,
  async run({ captchaToken }, { cookie, caller, core }) {
    const { step } = cookie
    if (step?.at !== "pin") return startOver
    const { email } = step
    const resent = await withCaptcha(captchaToken, (token) => resendPin({ email, captchaToken: token }, caller, core))
    if (isRefusal(resent)) return { refusal: resent, problems: atResend(resent, core) }
    const { isOver: _, ...current } = step
    cookie.step = { ...current, sent: true, resendAt: resent.resendAt.getTime() }
    return { go: "/sign-in/pin?sent=again" }
  },
}

/** A token that fails is not held against a person: once more without it, in the strict lane. */
async function withCaptcha<T>(
  token: string | undefined,
  ask: (token: string | undefined) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const answer = await ask(token)
  return isRefusal(answer) && answer.kind === "captcha-failed" ? ask(undefined) : answer
}

type PinStep = {
  email: string
  phone: PhoneNumber
  resendAt: Date
  newcomer: boolean
  sent: boolean
  /** What a newcomer typed. */
  details?: Record<string, string>
}

function toPinPage({ phone, resendAt, ...step }: PinStep, { cookie }: FormVisit): Outcome {
  cookie.step = { at: "pin", phoneEnding: phone.e164.slice(-2), resendAt: resendAt.getTime(), ...step }
  return { go: "/sign-in/pin" }
}

/** Where a challenge was issued but its message may not have left, the PIN page is the place to try again. */
function notSent(refusal: Refusal, email: string, details: PinStep["details"], visit: FormVisit): Outcome {
  if (refusal.kind !== "sms-unavailable" || !refusal.issued) return { refusal }
  const { issued: phone, retryAt: resendAt } = refusal
  const newcomer = details !== undefined
  toPinPage({ email, phone, resendAt, newcomer, sent: false, ...(details && { details }) }, visit)
  return { refusal, page: "/sign-in/pin", problems: atResend(refusal, visit.core) }
}

const atResend = (refusal: Refusal, core: Core): FormProblem[] => [
  { field: "resend", ...wordsFor(refusal, core.now()) },
]
