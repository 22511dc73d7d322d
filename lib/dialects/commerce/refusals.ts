import type { Answer, Answers, Problem } from "@/lib/dialects/operation"
import type { Reason } from "@/lib/refusal"

const error = (status: number, code: string, message: string, field?: string): Answer => ({
  status,
  body: { error: { code, message, ...(field && { field }) } },
})

const wireNames = {
  firstName: "firstName",
  lastName: "lastName",
  country: "country",
  whitelabel: "whitelabel",
  pin: "pin",
  password: "password",
  scopes: "scopes",
  name: "name",
  device: "device",
}

const invalid = (field: string, problem: string) => error(400, "validation_error", `${problem}.`, field)
const wrong = () => error(401, "invalid_credentials", "The email or the password is wrong.")
const tooMany = (retryAfter: number) =>
  error(429, "rate_limited", `There were too many attempts. Try again in ${retryAfter} seconds.`)
const unavailable = () => error(503, "unavailable", "What this needs does not answer. Try again later.")

/** Published: expired, revoked. An unknown token, or none, has no published word. */
const tokenCodes = {
  missing: ["token_invalid", "This needs a bearer token."],
  unknown: ["token_invalid", "The token is not valid."],
  expired: ["token_expired", "The token has expired."],
  revoked: ["token_revoked", "The token has been revoked."],
} as const

/** RFC 6750, section 3.1. */
const lacks = (scope: string): Answer => ({
  ...error(403, "insufficient_scope", `The token lacks the permission ${scope}.`),
  headers: { "WWW-Authenticate": `Bearer realm="latchkey", error="insufficient_scope", scope="${scope}"` },
})

/** What the core refuses, as Commerce says it. */
export const refusals: Answers<Reason> = {
  "invalid-field": ({ field, hint }) => invalid(wireNames[field], `${wireNames[field]} ${hint}`),
  "invalid-email": () => invalid("email", "email must be a valid address"),
  "invalid-phone": () => invalid("phone", "phone must be a mobile number"),
  "registration-blocked": () => error(403, "forbidden", "Registration is closed here."),
  "email-taken": () => error(409, "duplicate", "There is an account with this email already.", "email"),
  "captcha-failed": () => error(403, "forbidden", "The captcha was not passed."),
  "wrong-pin": wrong,
  "tries-spent": (_, retryAfter) => tooMany(retryAfter),
  wait: (_, retryAfter) => tooMany(retryAfter),
  limited: (_, retryAfter) => tooMany(retryAfter),
  "sms-unavailable": unavailable,
  unauthorized: ({ because }) => error(401, tokenCodes[because][0], tokenCodes[because][1]),
  "wrong-password": wrong,
  "insufficient-scope": ({ scope }) => lacks(scope),
  "passkey-refused": wrong,
  "provider-refused": wrong,
  "provider-unavailable": unavailable,
  busy: () => error(503, "unavailable", "There is too much to do just now. Try again later."),
  "client-refused": wrong,
  "grant-refused": wrong,
  "invalid-scope": () => invalid("scopes", "scopes must be permissions that there are"),
  "not-found": () => error(404, "not_found", "There is nothing here."),
}

/** What never reached the core, as Commerce says it: the first field that is wrong. */
export const problems: Answers<Problem> = {
  "invalid-fields": ({ fields: [first] }) => invalid(first?.field ?? "", first?.problem ?? "The request is not valid"),
  "unreadable-body": () => error(400, "validation_error", "The body must be a JSON object or a form."),
  "body-too-large": () => error(413, "payload_too_large", "The body may have 65536 bytes at most."),
  "foreign-origin": () => error(403, "forbidden", "This origin may not do this."),
  "no-such-path": () => error(404, "not_found", "There is nothing here."),
  "no-such-method": () => error(405, "method_not_allowed", "This method is not allowed here."),
  broken: () => error(500, "server_error", "Something went wrong on our side."),
}
