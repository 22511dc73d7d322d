import type { Reason, Refusal } from "@/lib/refusal"
import { secondsUntil } from "@/lib/time"
import type { Problem } from "@/lib/web/cookie"
import { limitWords } from "@/lib/web/limit-words"
import type { Key } from "@/lib/words/say"

type Words = { [Kind in Reason["kind"]]: (about: Extract<Reason, { kind: Kind }>) => Problem }

const says = (key: Key, field?: string): Problem => ({ ...(field && { field }), message: { key } })

/** What a page says when the server broke. */
export const broken = says("problems.broken")

const fieldNames = {
  firstName: "firstName",
  lastName: "lastName",
  country: "country",
  whitelabel: undefined,
  pin: "pin",
  password: "password",
  scopes: "scopes",
  name: "name",
  device: undefined,
}

const blocked = {
  country: says("problems.countryNotServed", "phone"),
  "line-type": says("problems.lineType", "phone"),
  whitelabel: says("problems.closed"),
}

const passkeyWords = {
  unknown: "passkeyUnknown",
  late: "passkeyLate",
  elsewhere: "passkeyElsewhere",
  unverified: "passkeyUnverified",
  copied: "passkeyCopied",
  stale: "passkeyStale",
  taken: "passkeyTaken",
  full: "passkeyFull",
} as const

/** What the core refuses, as our pages say it: what happened, what to do, and when, where a wait helps. */
const words: Words = {
  "invalid-field": ({ field }) => says("problems.checkThis", fieldNames[field]),
  "invalid-email": () => says("checks.emailWrong", "email"),
  "invalid-phone": () => says("checks.phoneWrong", "phone"),
  "registration-blocked": ({ because }) => blocked[because],
  "email-taken": () => says("problems.emailTaken"),
  "captcha-failed": () => says("problems.captchaFailed"),
  "wrong-pin": ({ triesLeft }) => (triesLeft === 0 ? spentPin : wrongPin(triesLeft)),
  "tries-spent": () => spentPin,
  wait: () => says("problems.wait"),
  limited: ({ quota }) => says(`limits.${limitWords[quota.name]}`),
  "sms-unavailable": () => says("problems.smsUnavailable"),
  unauthorized: () => says("problems.signedOut"),
  "wrong-password": () => says("problems.wrongPassword"),
  "insufficient-scope": () => says("problems.permissionDenied", "scopes"),
  "passkey-refused": ({ because }) => says(`problems.${passkeyWords[because]}`),
  "provider-refused": () => says("problems.providerRefused"),
  "provider-unavailable": () => says("problems.providerUnavailable"),
  busy: () => says("problems.busy"),
  "client-refused": () => says("problems.signedOut"),
  "grant-refused": () => says("problems.signedOut"),
  "invalid-scope": () => says("problems.permissionUnknown", "scopes"),
  "not-found": () => says("problems.nothingHere"),
}

const wrongPin = (left: number): Problem => ({ field: "pin", message: { key: "problems.wrongPin", values: { left } } })

type Over = "spentPin" | "closedPin" | "expiredPin"

/** The PIN at hand opens nothing more, however often it is typed. */
const overPin = (why: Over): Problem => ({ ...says(`problems.${why}`, "pin"), isOver: true })
const spentPin = overPin("spentPin")
/** For a page that is loaded again. */
export const closedPin = overPin("closedPin")
/** For the person who is known to have asked for the PIN: others are not told expired from wrong. */
export const expiredPin = overPin("expiredPin")

/** A refusal as a page tells of it. */
export function wordsFor(refusal: Refusal, now: Date): Problem {
  const said = words[refusal.kind](refusal as never)
  const problem = "puzzle" in refusal && refusal.puzzle ? { ...said, puzzle: refusal.puzzle } : said
  return "retryAt" in refusal && !problem.isOver ? untilThen(problem, refusal.retryAt, now) : problem
}

/** A PIN that is over, with when a new one may be asked for, where that is not yet. */
export function newPinAt(problem: Problem, at: Date, now: Date): Problem {
  if (at <= now || typeof problem.message === "string") return problem
  const key = `${problem.message.key}Wait` as `problems.${Over}Wait`
  return untilThen({ ...problem, message: { key } }, at, now)
}

/** The problem, with when the wait is over for which its words have a place. */
const untilThen = (problem: Problem, at: Date, now: Date): Problem => ({
  ...problem,
  retryAt: at.getTime(),
  wait: secondsUntil(at, now),
})
