/** Where an app's request is answered. */
export type Back = { redirectUri: string; state: string | undefined }

/** The errors of RFC 6749, 4.1.2.1, and of OpenID Connect Core, 3.1.2.6. */
export type AppError =
  | "invalid_request"
  | "invalid_scope"
  | "unsupported_response_type"
  | "access_denied"
  | "temporarily_unavailable"
  | "login_required"
  | "consent_required"
  | "request_not_supported"
  | "request_uri_not_supported"

/** An answer as the app's own address carries it, beside what it has already: `state` as it came, and who answers (RFC 9207). */
export function answerUrl({ redirectUri, state }: Back, fields: Record<string, string>, issuer: string): string {
  const answer = new URLSearchParams({ ...fields, ...(state !== undefined && { state }), iss: issuer })
  return withQuery(redirectUri, answer)
}

/** An address of an app's, which stays as it is registered, with more behind it. */
export const withQuery = (address: string, query: URLSearchParams): string =>
  `${address}${address.includes("?") ? "&" : "?"}${query}`
