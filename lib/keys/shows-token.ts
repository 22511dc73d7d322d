import { sameText } from "./same-text"

/** Whether a machine shows this token as its bearer token (RFC 6750, 2.1). The token is one of ours to set, and may have any characters. */
export function showsToken(headers: Headers, token: string): boolean {
  const shown = /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1]
  return shown !== undefined && sameText(shown, token)
}
