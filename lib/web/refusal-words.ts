import type { Reason, Refusal } from "@/lib/refusal"
import { secondsUntil } from "@/lib/time"
import type { FormProblem } from "@/lib/web/cookie"
import { limitWords } from "@/lib/web/limit-words"

/** What a page says when the server broke. */
export const brokenWords = "Something went wrong on our side. Try again in a minute."

type Words = { [Kind in Reason["kind"]]: (about: Extract<Reason, { kind: Kind }>) => FormProblem }

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
  country: {
    field: "phone",
    message: "We cannot send text messages to this country yet. Use a phone number from another country",
  },
  "line-type": {
    field: "phone",
    message: "This is a landline number, or another kind that gets no text messages. Use a mobile phone number",
  },
  whitelabel: { message: "Registration is closed here" },
}

/** What the core refuses, as our pages say it: what happened, what to do, and last, where a wait helps, a space for when. */
const words: Words = {
  "invalid-field": ({ field }) => withField(fieldNames[field], "Check this and try again"),
  "invalid-email": () => ({
    field: "email",
    message: "Enter an email address in the correct format, like name@example.com",
  }),
  "invalid-phone": () => ({ field: "phone", message: "Enter a mobile phone number that can get text messages" }),
  "registration-blocked": ({ because }) => blocked[because],
  "email-taken": () => ({ message: "There is an account with this email already. Go back and sign in" }),
  "captcha-failed": () => ({
    message:
      "We could not check that you are a person. Try again. If your browser blocks Google, allow it for this page first",
  }),
  "wrong-pin": ({ triesLeft }) => (triesLeft === 0 ? spentPin : { field: "pin", message: wrongPin(triesLeft) }),
  "tries-spent": () => spentPin,
  wait: () => ({ message: "You can ask for another text message" }),
  limited: ({ quota }) => ({ message: limitWords[quota.name] }),
  "sms-unavailable": () => ({ message: "We could not send the text message. Try again" }),
  unauthorized: () => ({ message: "You are signed out. Sign in again" }),
  "wrong-password": () => ({ message: "The email or the password is wrong" }),
  "insufficient-scope": () => ({ field: "scopes", message: "You may not give this permission" }),
  "provider-refused": () => ({ message: "We could not sign you in this way. Try again, or use your email" }),
  "provider-unavailable": () => ({
    message: "This way of signing in does not answer just now. Use your email, or try again",
  }),
  busy: () => ({ message: "We are very busy just now. Try again" }),
  "client-refused": () => ({ message: "You are signed out. Sign in again" }),
  "invalid-scope": () => ({ field: "scopes", message: "There is no such permission" }),
  "not-found": () => ({ message: "There is nothing here" }),
}

const withField = (field: string | undefined, message: string): FormProblem =>
  field ? { field, message } : { message }

/** The PIN at hand opens nothing more, however often it is typed. */
const overPin = (message: string): FormProblem => ({ field: "pin", message, isOver: true })
const spentPin = overPin("This PIN no longer works: there were too many wrong tries. Send a new PIN")
/** For a page that is loaded again. */
export const closedPin = overPin("This PIN no longer works. Send a new PIN")
/** For whoever is known to have asked for the PIN: others are not told expired from wrong. */
export const expiredPin = overPin("This PIN has expired. Send a new PIN")

function wrongPin(triesLeft: number): string {
  const left = triesLeft === 1 ? "1 try" : `${triesLeft} tries`
  return `That PIN is wrong. You have ${left} left`
}

/** A refusal in words for a page. */
export function wordsFor(refusal: Refusal, now: Date): FormProblem {
  const problem = words[refusal.kind](refusal as never)
  return "retryAt" in refusal && !problem.isOver ? untilThen(problem, refusal.retryAt, now) : problem
}

/** The problem, with when the wait for which its words leave a space at their end is over. */
export const untilThen = (problem: FormProblem, at: Date, now: Date): FormProblem => ({
  ...problem,
  retryAt: at.getTime(),
  wait: secondsUntil(at, now),
})
