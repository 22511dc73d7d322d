import { isRefusal, type Reason, type Refusal } from "@/lib/refusal"
import { secondsUntil } from "@/lib/time"
import type { FormProblem } from "@/lib/web/cookie"
import { limitWords } from "@/lib/web/limit-words"

/** What a page says when the server broke. */
export const brokenWords = "Something went wrong on our side. Try again in a minute."

type Words = { [Kind in Reason["kind"]]: (about: Extract<Reason, { kind: Kind }>, wait: string) => FormProblem }

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
    message: "We cannot send text messages to this kind of number. Use a mobile phone number",
  },
  whitelabel: { message: "Registration is closed here" },
}

/** What the core refuses, as our pages say it: what is wrong, and what to do next. */
const words: Words = {
  "invalid-field": ({ field }) => withField(fieldNames[field], "Check this and try again"),
  "invalid-email": () => ({
    field: "email",
    message: "Enter an email address in the correct format, like name@example.com",
  }),
  "invalid-phone": () => ({
    field: "phone",
    message: "Enter a mobile phone number that can get text messages, like 303 555 0123",
  }),
  "registration-blocked": ({ because }) => blocked[because],
  "email-taken": () => ({ message: "There is an account with this email already. Go back and sign in" }),
  "captcha-failed": () => ({
    message:
      "We could not check that you are a person. Try again. If your browser blocks Google, allow it for this page first",
  }),
  "wrong-pin": ({ triesLeft }) => ({ field: "pin", message: wrongPin(triesLeft) }),
  "tries-spent": () => ({ message: "You entered a wrong PIN too many times. Ask for a new PIN" }),
  wait: (_, wait) => ({ message: `You can ask for another text message in ${wait}` }),
  limited: ({ quota }, wait) => ({ message: limitWords[quota.name](wait) }),
  "sms-unavailable": (_, wait) => ({ message: `We could not send the text message. Try again in ${wait}` }),
  unauthorized: () => ({ message: "You are signed out. Sign in again" }),
  "wrong-password": () => ({ message: "The email or the password is wrong" }),
  "insufficient-scope": () => ({ field: "scopes", message: "You may not give this permission" }),
  "provider-refused": () => ({ message: "We could not sign you in this way. Try again, or use your email" }),
  "provider-unavailable": (_, wait) => ({
    message: `This way of signing in does not answer. Try again in ${wait}, or use your email`,
  }),
  busy: (_, wait) => ({ message: `There is too much to do just now. Try again in ${wait}` }),
  "client-refused": () => ({ message: "You are signed out. Sign in again" }),
  "invalid-scope": () => ({ field: "scopes", message: "There is no such permission" }),
  "not-found": () => ({ message: "There is nothing here" }),
}

const withField = (field: string | undefined, message: string): FormProblem =>
  field ? { field, message } : { message }

function wrongPin(triesLeft: number): string {
  if (triesLeft === 0) return "That PIN was wrong for the last time. Ask for a new PIN"
  const left = triesLeft === 1 ? "1 try" : `${triesLeft} tries`
  return `That PIN is wrong or has expired. You have ${left} left, or ask for a new PIN`
}

/** A refusal in words for a page. */
export function wordsFor(refusal: Refusal, now: Date): FormProblem {
  const wait = isRefusal(refusal) && "retryAt" in refusal ? inWords(secondsUntil(refusal.retryAt, now)) : ""
  return words[refusal.kind](refusal as never, wait)
}

/** A wait as a person would say it: seconds up to a minute and a half, then minutes, hours, and from two days on days. */
export function inWords(seconds: number): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, "second"]
      : seconds < 5400
        ? [Math.ceil(seconds / 60), "minute"]
        : seconds < 172_800
          ? [Math.ceil(seconds / 3600), "hour"]
          : [Math.ceil(seconds / 86_400), "day"]
  return `${count} ${unit}${count === 1 ? "" : "s"}`
}
