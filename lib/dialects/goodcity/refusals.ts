import type { Answer, Answers, Problem } from "@/lib/dialects/operation"
import type { Reason } from "@/lib/refusal"

/** The header by which a GoodCity app says which one it is. */
export const appHeader = "X-GOODCITY-APP-NAME"

const error = (status: number, errors: unknown): Answer => ({ status, body: { errors } })

/** Failed verifications are all alike, and the one error that names its field. */
const invalidCode = () => error(422, { pin: "Invalid SMS code." })
const unauthorized = () => error(401, "Unauthorized")
const tooMany = (_: unknown, retryAfter: number) =>
  error(429, `Too many requests. Please try again in ${retryAfter} seconds.`)
/** The page knows no 503: "500 | Internal Server Error". */
const broken = () => error(500, "Internal Server Error")

const wireNames = {
  firstName: "First name",
  lastName: "Last name",
  country: "Country",
  whitelabel: "Whitelabel",
  pin: "Pin",
  password: "Password",
  scopes: "Scopes",
  name: "Name",
  device: "Device",
}

/** What the core refuses, as GoodCity says it. */
export const refusals: Answers<Reason> = {
  "invalid-field": ({ field, hint }) => error(422, `${wireNames[field]} ${hint}`),
  "invalid-email": () => error(422, "Email is invalid"),
  "invalid-phone": () => error(422, "Mobile is invalid"),
  "registration-blocked": ({ because }) =>
    error(403, `Text messages are not sent to this ${because === "line-type" ? "kind of number" : "country"}`),
  "email-taken": invalidCode,
  "captcha-failed": () => error(403, "Forbidden"),
  "wrong-pin": invalidCode,
  "tries-spent": invalidCode,
  wait: tooMany,
  limited: tooMany,
  "sms-unavailable": broken,
  unauthorized,
  "wrong-password": unauthorized,
  "insufficient-scope": () => error(403, "Forbidden"),
  "passkey-refused": unauthorized,
  "provider-refused": unauthorized,
  "provider-unavailable": broken,
  busy: broken,
  "client-refused": unauthorized,
  "grant-refused": unauthorized,
  "invalid-scope": () => error(400, "Bad Request"),
  "not-found": () => error(404, "Not Found"),
}

/** "422 | Validation Error", but for these. */
const fieldStatus: Readonly<Record<string, number>> = { [appHeader]: 403, handle: 400, platform: 400 }

/** What never reached the core, as GoodCity says it. */
export const problems: Answers<Problem> = {
  "invalid-fields": ({ fields: [first] }) => error(fieldStatus[first?.field ?? ""] ?? 422, first?.problem ?? "Invalid"),
  "unreadable-body": () => error(400, "Bad Request"),
  "body-too-large": () => error(413, "Payload Too Large"),
  "foreign-origin": () => error(403, "Forbidden"),
  "no-such-path": () => error(404, "Not Found"),
  "no-such-method": () => error(405, "Method Not Allowed"),
  broken,
}
