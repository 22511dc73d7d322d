import type { PhoneNumber } from "@/lib/account/phone-number"
import type { Refusal } from "@/lib/refusal"
import type { Method } from "@/lib/session/authorization-code"
import type { Caller, Core } from "@/lib/sign-in/core"
import type { PinSent } from "@/lib/sign-in/steps/send-pin"
import type { Problem, Step } from "@/lib/web/cookie"
import type { FormVisit, Outcome } from "@/lib/web/form"
import { wordsFor } from "@/lib/web/refusal-words"
import { channelOf, methodOf, offersAfter } from "@/lib/web/sign-in/other-channels"

/** What the visitor typed on the way here, and whether their device may keep the email. */
export type Typed = Pick<Step, "email" | "details" | "remember">
type PinStep = Typed & PinSent & { phone: PhoneNumber; newcomer: boolean; sent: boolean }

/** Leads to the page of the PIN, which knows this much of it. */
export function toPinPage(
  { phone, resendAt, textId, ...about }: PinStep,
  { cookie, caller, core }: FormVisit,
): Outcome {
  const { email, details, remember, newcomer, sent } = about
  const before = cookie.step?.at === "pin" && cookie.step.email === email ? cookie.step : undefined
  const text = textOf({ textId }, core) ?? before?.text
  cookie.step = {
    ...{
      at: "pin",
      newBrowserToken: core.newToken(),
      email,
      newcomer,
      sent,
      phoneEnding: phone.e164.slice(-2),
      resendAt: resendAt.getTime(),
    },
    ...(details && { details }),
    ...(remember && { remember }),
    ...(text && { text }),
    ...byChannel(before, caller, core),
  }
  return { go: "/sign-in/pin" }
}

/** How the step says by which channel the PIN went, and whether one went by another before, which may be the same PIN. */
export function byChannel(
  before: Pick<PinPage, "channel" | "isByMany"> | undefined,
  caller: Caller,
  { channels }: Core,
) {
  const channel = channelOf({ caller, channels })
  const isByMany = before && (before.isByMany || (before.channel ?? "sms") !== channel)
  return { ...(channel !== "sms" && { channel }), ...(isByMany && ({ isByMany } as const)) }
}
type PinPage = Extract<Step, { at: "pin" }>

/** What apps are told of a PIN that was typed on this page. Of one that went by two channels, or was sent to another page, nobody knows in which it was read. */
export const methodTyped = (step: Step): Method =>
  step.at !== "pin" || step.isByMany ? "otp" : methodOf[step.channel ?? "sms"]

/** The text that has left just now, if one has. */
export const textOf = ({ textId: id }: { textId?: string | undefined }, core: Core) =>
  id === undefined ? undefined : { id, at: core.now().getTime() }

/** Where a challenge was issued but its message may not have left, the PIN page is the place to try again. */
export function notSent(refusal: Refusal, typed: Typed, visit: FormVisit): Outcome {
  if (refusal.kind === "invalid-phone") return { refusal, problems: [{ message: { key: deadNumber } }] }
  if (refusal.kind !== "sms-unavailable" || !refusal.issued) {
    const offers = offersAfter(refusal, { ...visit, ...visit.core })
    return { refusal, problems: [{ ...wordsFor(refusal, visit.core.now()), ...offers }] }
  }
  const { issued: phone, retryAt: resendAt } = refusal
  toPinPage({ ...typed, phone, resendAt, newcomer: typed.details !== undefined, sent: false }, visit)
  const { step } = visit.cookie
  return { refusal, page: "/sign-in/pin", problems: atResend(refusal, step, visit.core) }
}

/** What is wrong with sending, where one sends. A number that gets no texts can be changed by a newcomer alone. */
export function atResend(refusal: Refusal, step: Step | undefined, core: Core): Problem[] {
  const isDead = refusal.kind === "invalid-phone"
  const key = step?.details ? "problems.deadNewNumber" : deadNumber
  return [{ field: "resend", ...(isDead ? { message: { key } } : wordsFor(refusal, core.now())) }]
}

const deadNumber = "problems.deadNumber"
