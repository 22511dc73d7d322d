import type { Answer, Answers, Problem } from "@/lib/dialects/operation"
import type { Reason } from "@/lib/refusal"

const error = (status: number, code: string, message: string): Answer => ({
  status,
  body: { status, error: { code, message } },
})

const wireNames = {
  firstName: "name",
  lastName: "name",
  country: "country",
  whitelabel: "whitelabel",
  pin: "pin",
  password: "password",
  scopes: "scopes",
  name: "name",
  device: "Client-Device-Id",
}

const invalid = (message: string) => error(400, "VALIDATION_FAILED", message)
const unauthorized = (message = "The token is invalid or expired.") => error(401, "UNAUTHORIZED", message)
const tooMany = (_: unknown, retryAfter: number) =>
  error(429, "RATE_LIMITED", `Too many requests. Try again in ${retryAfter} seconds.`)

/** What the core refuses, as the social API says it. */
export const refusals: Answers<Reason> = {
  "invalid-field": ({ field, hint }) => invalid(`${wireNames[field]} ${hint}.`),
  "invalid-email": () => invalid("The email is not a valid address."),
  "invalid-phone": () => invalid("The phone is not a valid mobile phone number."),
  "registration-blocked": () => invalid("Registration is closed here."),
  "email-taken": () => invalid("An account with this email exists."),
  "captcha-failed": () => unauthorized("The captcha was not passed."),
  "wrong-pin": () => unauthorized("The PIN is wrong or no longer valid."),
  "tries-spent": tooMany,
  wait: tooMany,
  limited: tooMany,
  "sms-unavailable": () => error(503, "SMS_UNAVAILABLE", "The text message could not be sent."),
  unauthorized: () => unauthorized(),
  "wrong-password": () => unauthorized(),
  "insufficient-scope": () => unauthorized(),
  "passkey-refused": () => unauthorized(),
  "provider-refused": () => unauthorized("The provider's token is invalid or expired."),
  "provider-unavailable": () => error(503, "PROVIDER_UNAVAILABLE", "The provider does not answer. Try again soon."),
  busy: () => error(503, "UNAVAILABLE", "There is too much to do just now. Try again soon."),
  "client-refused": () => unauthorized(),
  "grant-refused": () => unauthorized(),
  "invalid-scope": () => invalid("There is no such scope."),
  "not-found": () => error(404, "NOT_FOUND", "There is nothing here."),
}

/** What never reached the core, as the social API says it. */
export const problems: Answers<Problem> = {
  "invalid-fields": ({ fields }) => invalid(`${fields.map(({ problem }) => problem).join("; ")}.`),
  "unreadable-body": () => invalid("The body must be a JSON object or a form."),
  "body-too-large": () => error(413, "PAYLOAD_TOO_LARGE", "The body may have 65536 bytes at most."),
  "foreign-origin": () => error(403, "FORBIDDEN", "This origin may not do this."),
  "no-such-path": () => error(404, "NOT_FOUND", "There is nothing here."),
  "no-such-method": () => error(405, "METHOD_NOT_ALLOWED", "This method is not allowed here."),
  broken: () => error(500, "SERVER_ERROR", "Something went wrong on our side."),
}
