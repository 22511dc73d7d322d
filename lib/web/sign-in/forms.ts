import { parseEmail } from "@/lib/account/email"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { checkEmail } from "@/lib/sign-in/check-email"
import type { Core } from "@/lib/sign-in/core"
import { register } from "@/lib/sign-in/register"
import { resendPin } from "@/lib/sign-in/resend-pin"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import type { Cookie } from "@/lib/web/cookie"
import { type Form, noFields, type Outcome } from "@/lib/web/form"
import { phoneProblem } from "@/lib/web/phone-problem"
import { expiredPin, newPinAt, wordsFor } from "@/lib/web/refusal-words"
import { arrive } from "@/lib/web/sign-in/arrive"
import { meantEmail } from "@/lib/web/sign-in/meant-email"
import { wanting } from "@/lib/web/sign-in/other-channels"
import { atResend, byChannel, methodTyped, notSent, textOf, toPinPage } from "@/lib/web/sign-in/pin-page"
import * as schemas from "@/lib/web/sign-in/schemas"
import { enterTrusted, forgetTrustsHere, trustHere } from "@/lib/web/sign-in/trust"

const startOver: Outcome = { go: "/sign-in" }

/** Step one: an email. */
export const checkEmailForm: Form<schemas.EmailValues> = {
  page: "/sign-in",
  read: schemas.emailForm,
  async run({ email, remember, channel, captchaToken }, from) {
    const visit = { ...from, caller: wanting(channel, { ...from, ...from.core }) }
    const { cookie, caller, core, whitelabelId } = visit
    const trusted = await enterTrusted({ email, remember }, visit)
    if (trusted) return trusted
    const choice = remember ? ({ remember } as const) : {}
    const checked = await withCaptcha(captchaToken, (token) =>
      checkEmail({ email, captchaToken: token, whitelabelId }, caller, core),
    )
    if (isRefusal(checked)) return notSent(checked, { email: parseEmail(email) ?? email, ...choice }, visit)
    if (checked.exists) return toPinPage({ ...checked, ...choice, newcomer: false, sent: true }, visit)
    const { details } = cookie.step ?? {}
    const newcomer = { email: checked.email, ...choice, ...(details && { details }) }
    // Only newcomers are asked: an email that has an account is in order.
    const meant = checked.email === cookie.keptEmail ? undefined : meantEmail(checked.email)
    cookie.step = meant ? { at: "spelling", meant, ...newcomer } : { at: "register", ...newcomer }
    return { go: meant ? "/sign-in/spelling" : "/sign-in/register" }
  },
}

/** "No, it is right": the email stays as it was typed, and is not asked about again. */
export const keepEmailForm: Form<object> = {
  page: "/sign-in/spelling",
  read: noFields,
  async run(_, { cookie }) {
    const { step } = cookie
    if (step?.at !== "spelling") return startOver
    const { at: _at, meant: _meant, ...newcomer } = step
    cookie.keptEmail = step.email
    cookie.step = { at: "register", ...newcomer }
    return { go: "/sign-in/register" }
  },
}

/** The visitor is not the person whose email the device keeps. */
export const forgetEmailForm: Form<object> = {
  page: "/sign-in",
  read: noFields,
  async run(_, visit) {
    delete visit.cookie.step
    delete visit.device.email
    await visit.device.save()
    await forgetTrustsHere(visit)
    return startOver
  },
}

/** Step two, for newcomers: who they are and where to send the PIN. */
export const registerForm: Form<schemas.RegisterValues> = {
  page: "/sign-in/register",
  read: schemas.registerForm,
  async run({ captchaToken, channel, ...details }, from) {
    const visit = { ...from, caller: wanting(channel, { ...from, ...from.core }) }
    const { step } = visit.cookie
    if (!step) return startOver
    const { email, remember } = step
    const typed = { email, details, ...(remember && { remember }) }
    const request = { ...details, email, whitelabelId: visit.whitelabelId }
    const registered = await withCaptcha(captchaToken, (token) =>
      register({ ...request, captchaToken: token }, visit.caller, visit.core),
    )
    if (isRefusal(registered) && registered.kind === "invalid-phone")
      return { refusal: registered, problems: [phoneProblem(details.phone, details.country)] }
    if (isRefusal(registered)) return notSent(registered, typed, visit)
    return toPinPage({ ...registered, ...typed, email: registered.email, newcomer: true, sent: true }, visit)
  },
}

/** The last step: the PIN. */
export const verifyPinForm: Form<schemas.PinValues> = {
  page: "/sign-in/pin",
  read: schemas.pinForm,
  async run({ pin, trust }, visit) {
    const { cookie, caller, core, whitelabelId } = visit
    const { step } = cookie
    if (!step) return startOver
    const { email, remember } = step
    const newBrowserToken = step.at === "pin" ? step.newBrowserToken : core.newToken()
    const tokens = await verifyPin({ email, pin, whitelabelId }, { ...caller, newBrowserToken }, core)
    if (isRefusal(tokens)) return refusedPin(tokens, email, cookie, core)
    const arrival = { tokens, newBrowserToken, email: remember && email, methods: [methodTyped(step)] }
    const go = await arrive(arrival, visit)
    return { go: trust ? await trustHere(go, visit) : go }
  },
}

/**
 * A PIN that opened nothing. The holder of this step's cookie asked for the PIN, so they are told when it has expired; and once
 * it is over, whichever way, when the next one may be asked for.
 */
async function refusedPin(refusal: Refusal, email: string, cookie: Cookie, core: Core): Promise<Outcome> {
  const now = core.now()
  const challenge = refusal.kind === "wrong-pin" ? await core.challenges.unused("handbid", email) : undefined
  const problem = challenge && challenge.expiresAt <= now ? expiredPin : wordsFor(refusal, now)
  if (!problem.isOver || cookie.step?.at !== "pin") return { refusal, problems: [problem] }
  cookie.step.isOver = true
  return { refusal, problems: [newPinAt(problem, new Date(cookie.step.resendAt), now)] }
}

/** "Send the PIN again", or a new one: what goes wrong is said there, and not at the field of the PIN. */
export const resendPinForm: Form<schemas.ResendValues> = {
  page: "/sign-in/pin",
  read: schemas.resendForm,
  async run({ captchaToken, channel }, { cookie, core, ...visit }) {
    const { step } = cookie
    if (step?.at !== "pin") return startOver
    const { email } = step
    const caller = wanting(channel ?? step.channel, { ...visit, ...core })
    const resent = await withCaptcha(captchaToken, (token) => resendPin({ email, captchaToken: token }, caller, core))
    if (isRefusal(resent)) return { refusal: resent, problems: atResend(resent, step, core) }
    const { isOver: _, text: before, channel: __, ...current } = step
    const text = textOf(resent, core) ?? before
    cookie.step = {
      ...current,
      sent: true,
      resendAt: resent.resendAt.getTime(),
      ...(text && { text }),
      ...byChannel(step, caller, core),
    }
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
