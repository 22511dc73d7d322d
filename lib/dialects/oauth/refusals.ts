import type { Answer, Answers, Problem } from "@/lib/dialects/operation"
import type { Reason } from "@/lib/refusal"
import { unsupportedGrant } from "./wire"

/** RFC 6749, section 5.2. */
const error = (status: number, error: string, description: string, headers?: Record<string, string>): Answer => ({
  status,
  body: { error, error_description: description },
  ...(headers && { headers }),
})

const invalid = (description: string) => error(400, "invalid_request", description)
const denied = () => error(403, "access_denied", "This is not allowed.")
const tooMany = (retryAfter: number) =>
  error(429, "rate_limited", `There were too many attempts. Try again in ${retryAfter} seconds.`)
const unavailable = () => error(503, "temporarily_unavailable", "What this needs does not answer. Try again later.")

/** A client that did not prove itself is told how to (RFC 6749, section 5.2). */
const invalidClient = () =>
  error(401, "invalid_client", "The client is unknown, or its secret is wrong.", {
    "WWW-Authenticate": 'Basic realm="latchkey", charset="UTF-8"',
  })

/** What the core refuses, as OAuth says it. Most of it no OAuth endpoint asks for. */
export const refusals: Answers<Reason> = {
  "invalid-field": ({ field, hint }) => invalid(`${field} ${hint}.`),
  "invalid-email": () => invalid("The email is not valid."),
  "invalid-phone": () => invalid("The phone is not valid."),
  "registration-blocked": denied,
  "email-taken": () => invalid("The email is taken."),
  "captcha-failed": denied,
  "wrong-pin": () => error(400, "invalid_grant", "The PIN is wrong."),
  "tries-spent": (_, retryAfter) => tooMany(retryAfter),
  wait: (_, retryAfter) => tooMany(retryAfter),
  limited: (_, retryAfter) => tooMany(retryAfter),
  "sms-unavailable": unavailable,
  unauthorized: () => error(401, "invalid_token", "The token is not valid."),
  "wrong-password": () => error(400, "invalid_grant", "The password is wrong."),
  "insufficient-scope": ({ scope }) => error(403, "insufficient_scope", `The token lacks the permission ${scope}.`),
  "passkey-refused": () => error(400, "invalid_grant", "The passkey was refused."),
  "provider-refused": () => error(400, "invalid_grant", "The provider refused."),
  "provider-unavailable": unavailable,
  busy: unavailable,
  "client-refused": ({ because }) =>
    because === "two-ways"
      ? invalid("A client names itself in one way at a time.")
      : because === "grant"
        ? error(400, "unauthorized_client", "The client has no tokens of its own.")
        : invalidClient(),
  "grant-refused": () => error(400, "invalid_grant", "The code or refresh token is not valid, or not for this client."),
  "invalid-scope": () => error(400, "invalid_scope", "The client may not have this scope."),
  "not-found": () => error(404, "not_found", "There is nothing here."),
}

/** What never reached the core, as OAuth says it. */
export const problems: Answers<Problem> = {
  "invalid-fields": ({ fields }) => {
    const [first] = fields
    if (first?.problem === unsupportedGrant) return error(400, "unsupported_grant_type", `${first.problem}.`)
    return invalid(`${first?.problem ?? "The request is not valid"}.`)
  },
  "unreadable-body": () => invalid("The body must be a form or a JSON object."),
  "body-too-large": () => error(413, "invalid_request", "The body may have 65536 bytes at most."),
  "foreign-origin": denied,
  "no-such-path": () => error(404, "not_found", "There is nothing here."),
  "no-such-method": () => error(405, "invalid_request", "This method is not allowed here."),
  broken: () => error(500, "server_error", "Something went wrong on our side."),
}
