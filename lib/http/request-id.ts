// At least 16 characters, so that no phone number (15 digits at most) fits; no dot, colon or @, so that no address does.
const wellFormed = /^[A-Za-z0-9_-]{16,64}$/

/**
 * The id by which a request is found in the logs: what `X-Request-Id` says, where it is 16 to 64 letters, digits, `-` and `_`, else a new
 * one.
 */
export const requestIdOf = (sent: unknown, newId: () => string): string =>
  typeof sent === "string" && wellFormed.test(sent) ? sent : newId()

/** Whose trace the request says that it is part of, as it was sent, where it says so. */
export const traced = ({ headers }: Request): { traceparent?: string } => {
  const traceparent = headers.get("traceparent")
  return traceparent === null ? {} : { traceparent }
}
