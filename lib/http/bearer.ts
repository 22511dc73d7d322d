/** The bearer token of a request (RFC 6750, 2.1). */
export const bearerIn = (headers: Headers): string | undefined =>
  /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(headers.get("authorization") ?? "")?.[1]
