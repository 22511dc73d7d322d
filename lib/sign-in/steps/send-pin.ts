import type { Applicant } from "@/lib/account/account"
import type { Language } from "@/lib/account/language"
import type { PhoneNumber } from "@/lib/account/phone-number"
import type { Realm } from "@/lib/account/realm"
import { senderNameOf } from "@/lib/account/theme"
import {
  type Challenge,
  challengeLife,
  home,
  type Issue,
  type NewChallenge,
  shortestUsefulLife,
} from "@/lib/challenge/challenge"
import { derivePin } from "@/lib/challenge/pin"
import type { Channel } from "@/lib/delivery/channel"
import { abandon, type DeliveryNeeds, deliver, deliverLater } from "@/lib/delivery/deliver"
import { pinText } from "@/lib/delivery/pin-text"
import type { TextMessage } from "@/lib/delivery/sms"
import { spokenPin } from "@/lib/delivery/spoken-pin"
import type { Admission } from "@/lib/firewall/admission"
import { type AdmitNeeds, admit, type NotAdmitted } from "@/lib/firewall/admit"
import type { Attempt } from "@/lib/firewall/attempt"
import type { Pass } from "@/lib/firewall/pass"
import { phoneTotal } from "@/lib/firewall/rules/message-caps"
import type { Whose } from "@/lib/firewall/whose"
import { policy } from "@/lib/limits/policy"
import { isRefusal, refuse } from "@/lib/refusal"
import type { Core } from "@/lib/sign-in/core"
import { after, minutes } from "@/lib/time"

/** Whom a PIN is for. */
export type Recipient = {
  realm: Realm
  subject: string
  /** Undefined for an unknown subject: the same steps are taken, and no message is sent. */
  phone: PhoneNumber | undefined
  /** A decoy takes the steps of a real one, but no message leaves and no PIN opens it. */
  to: Attempt["to"]
  whitelabelId: number
  /** Whose request it is. */
  whose: Whose
  /** The language of the text; English where none is known. */
  language?: Language | null | undefined
  accountId: string | null
  applicant: Applicant | null
  /** What the PIN opens, where it is no sign-in. */
  purpose?: "change-phone"
  /** Whether a live challenge for the same phone may be sent again, or must die. */
  renew: "repeat" | "replace"
  /** SHA-256 of the key that must come back with the PIN, where the wire has one. */
  keyHash?: string
}

/** What sending a PIN needs. */
export type SendNeeds = AdmitNeeds & DeliveryNeeds & Pick<Core, "challenges" | "host" | "themes">

/**
 * A PIN is on its way. `resendAt` is when another may be asked for; `textId` names the text that just left, for questions
 * about its delivery. It is absent where one had left moments ago.
 */
export type PinSent = { resendAt: Date; textId?: string }

/**
 * Issues a challenge, or repeats the live one, and sends its PIN. The challenge is written with the leave to send, before the
 * message leaves, so that a crash between the two costs a resend and nothing else.
 */
export async function sendPin(to: Recipient, pass: Pass, core: SendNeeds): Promise<PinSent | NotAdmitted> {
  const ready = await makeReady(to, pass, core)
  if (isRefusal(ready)) return ready
  const message = messageFor(ready, core)
  const refusal = message && (await deliver(ready.admission, message, core))
  if (refusal?.kind === "sms-unavailable") return { ...refusal, issued: to.phone }
  return refusal ?? { resendAt: ready.admission.resendAt, textId: ready.admission.id }
}

/** What sending it after the answer needs. */
export type SendLaterNeeds = SendNeeds & Pick<Core, "tries">

/**
 * The same, but the PIN leaves after the answer, so that a decoy's answer comes neither sooner nor later than anybody's.
 * What becomes of the message is not told.
 */
export async function sendPinLater(to: Recipient, pass: Pass, core: SendLaterNeeds): Promise<PinSent | NotAdmitted> {
  const ready = await makeReady(to, pass, core)
  if (isRefusal(ready)) return ready
  const compose = async () => ((await isWithinTotal(to, core)) ? messageFor(ready, core) : "withheld")
  deliverLater(ready.admission, compose, core)
  return { resendAt: ready.admission.resendAt }
}

/** Whether the phone may get one more: strangers were not asked about its total, and are not told. With that out of reach it may not. */
async function isWithinTotal({ realm, subject, phone, whose }: Recipient, core: SendLaterNeeds): Promise<boolean> {
  if (whose === "home") return true
  const total = phoneTotal({ realm, subject, e164: phone?.e164 }, core.keys)
  return core.tries.take(total, core.now()).then(
    ({ taken }) => taken,
    () => false,
  )
}

type Ready = { admission: Admission; challenge: Challenge; language: Language; channel: Channel }

/** Leave to send, and the challenge that the message is about. */
async function makeReady(to: Recipient, pass: Pass, core: SendNeeds): Promise<Ready | NotAdmitted> {
  const { whose } = to
  const subject = to.keyHash && whose === "home" ? ownersSubject(to.subject) : to.subject
  const asker = whose === "home" ? home : pass.network
  const issue = (at: Date) => issueOf({ ...to, subject }, asker, at, core)
  const admission = await admit({ ...to, pass, issue }, core)
  if (isRefusal(admission)) return admission
  try {
    const challenge = admission.challenge ?? (await core.challenges.issue(issue(admission.at)))
    if (pass.isWaiting()) return { admission, challenge, language: to.language ?? "en", channel: pass.channel }
  } catch (problem) {
    // What follows the answer is tried once more where the database comes back: nothing was sent for what was taken.
    core.later(() => abandon(admission, core))
    throw problem
  }
  // The caller has gone, and a text that no one waits for costs as much as any.
  core.later(() => abandon(admission, core))
  return refuse({ kind: "sms-unavailable", retryAt: after(core.now(), policy.outage) })
}

/**
 * Every key kills the one before it. The owner's on a known device have a place of their own, so that strangers who ask for one
 * kill only strangers'.
 */
const ownersSubject = (subject: string): string => `${subject}${ownersMark}`
const ownersMark = "\nhome"

/** What a caller typed whose challenge has this subject. */
export const typedSubject = (subject: string): string =>
  subject.endsWith(ownersMark) ? subject.slice(0, -ownersMark.length) : subject

/**
 * The message of a challenge. A decoy has none. Its minutes are counted from when the challenge was issued or repeated:
 * counted from when the text is composed, moments later, a new PIN of 10 minutes would always be said to work for 9.
 */
function messageFor({ challenge, admission, language, channel }: Ready, core: SendNeeds): TextMessage | undefined {
  const { phone, expiresAt, purpose, whitelabelId } = challenge
  if (!phone) return undefined
  const pin = derivePin(challenge, core.keys)
  if (!pin) throw new Error("a challenge was issued under a key that is not held")
  const minutesLeft = Math.floor((expiresAt.getTime() - admission.at.getTime()) / minutes(1))
  const sender = senderNameOf(whitelabelId, core.themes)
  const body =
    channel === "voice"
      ? spokenPin(pin, { sender, language })
      : pinText(pin, minutesLeft, core.host, { purpose, sender, language })
  return { channel, to: phone, body, pin, language }
}

function issueOf(to: Recipient, asker: string, now: Date, core: SendNeeds): Issue {
  const challenge: NewChallenge = {
    id: core.newId(),
    realm: to.realm,
    subject: to.subject,
    purpose: to.purpose ?? (to.applicant ? "register" : "sign-in"),
    accountId: to.accountId,
    applicant: to.applicant,
    phone: to.to === "decoy" ? null : (to.phone?.e164 ?? null),
    whitelabelId: to.whitelabelId,
    keyId: core.keys.current.id,
    keyHash: to.keyHash ?? null,
    asker,
    issuedAt: now,
    expiresAt: after(now, challengeLife),
  }
  const worth = { aliveAt: after(now, shortestUsefulLife), keyIds: core.keys.all.map((key) => key.id) }
  return { challenge, worth: to.renew === "repeat" ? worth : undefined }
}
