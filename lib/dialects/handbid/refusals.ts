import type { Answer, Answers, Problem } from "@/lib/dialects/operation"
import type { Reason } from "@/lib/refusal"

/** "A missing, expired, or malformed token returns" this message, to the letter. */
const invalidCredentials = "Your request was made with invalid credentials."

const error = (status: number, error: string, message: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  body: { error, message, ...more },
})

const wireNames = {
  firstName: "firstName",
  lastName: "lastName",
  country: "countryCode",
  whitelabel: "whitelabelId",
  pin: "pin",
  password: "password",
  scopes: "scopes",
  name: "name",
  device: "device",
}

const tooMany = (retryAfter: number) =>
  error(429, "rate_limited", `Too many requests. Try again in ${retryAfter} seconds.`, { retryAfter })

const blocked = {
  whitelabel: "Registration is closed for this whitelabel.",
  country: "Text messages are not sent to this country.",
  "line-type": "Text messages are not sent to this kind of number.",
}

/** What the core refuses, as Handbid says it. */
export const refusals: Answers<Reason> = {
  "invalid-field": ({ field, hint }, _, sent) => {
    const published = wireNames[field]
    // The authentication page writes its names in lower case.
    const name = published.toLowerCase() in sent ? published.toLowerCase() : published
    return error(400, "validation_error", `${name} ${hint}.`, { fields: { [name]: `${name} ${hint}` } })
  },
  "invalid-email": () => error(400, "invalid_email", "The email is not a valid address."),
  "invalid-phone": () => error(400, "invalid_phone", "The mobile is not a valid mobile phone number."),
  "registration-blocked": ({ because }) => error(400, "registration_blocked", blocked[because]),
  "email-taken": () => error(409, "email_exists", "An account with this email exists."),
  "captcha-failed": () => error(403, "captcha_failed", "The captcha was not passed."),
  "wrong-pin": () => error(401, "invalid_pin", "The PIN is wrong or no longer valid."),
  "tries-spent": (_, retryAfter) => tooMany(retryAfter),
  wait: (_, retryAfter) => tooMany(retryAfter),
  limited: (_, retryAfter) => tooMany(retryAfter),
  "sms-unavailable": (_, retryAfter) =>
    error(503, "sms_unavailable", "The text message could not be sent.", { retryAfter }),
  unauthorized: () => error(401, "unauthorized", invalidCredentials),
  "wrong-password": () => error(401, "unauthorized", invalidCredentials),
  "insufficient-scope": () => error(401, "unauthorized", invalidCredentials),
  "passkey-refused": () => error(401, "unauthorized", invalidCredentials),
  "provider-refused": () => error(401, "unauthorized", invalidCredentials),
  "provider-unavailable": (_, retryAfter) =>
    error(503, "sms_unavailable", "The provider does not answer.", { retryAfter }),
  busy: (_, retryAfter) => error(503, "server_error", "There is too much to do just now.", { retryAfter }),
  "client-refused": () => error(401, "unauthorized", invalidCredentials),
  "grant-refused": () => error(401, "unauthorized", invalidCredentials),
  "invalid-scope": () => error(401, "unauthorized", invalidCredentials),
  "not-found": () => error(404, "not_found", "There is nothing here."),
}

/** What never reached the core, as Handbid says it. */
export const problems: Answers<Problem> = {
  "invalid-fields": ({ fields }) => {
    const message = `${fields.map(({ problem }) => problem).join("; ")}.`
    return error(400, "validation_error", message, {
      fields: Object.fromEntries(fields.map(({ field, problem }) => [field, problem])),
    })
  },
  "unreadable-body": () => error(400, "validation_error", "The body must be a JSON object or a form."),
  "body-too-large": () => error(413, "payload_too_large", "The body may have 65536 bytes at most."),
  "foreign-origin": () => error(403, "forbidden", "This origin may not do this."),
  "no-such-path": () => error(404, "not_found", "There is nothing here."),
  "no-such-method": () => error(405, "method_not_allowed", "This method is not allowed here."),
  broken: () => error(500, "server_error", "Something went wrong on our side."),
}
