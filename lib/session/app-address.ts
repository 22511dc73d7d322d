/**
 * Whether an app may be answered there: over TLS, on the machine itself, or by a scheme that it has from a domain of its own
 * (RFC 8252, 7). Without a fragment, and so plain that nothing has to be read twice: it is compared character by character.
 */
export function isAppAddress(text: string): boolean {
  if (!/^[!-~]+$/.test(text) || /[#\\]/.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return false
  if (protocol === "https:") return true
  if (protocol === "http:") return ["localhost", "127.0.0.1", "[::1]"].includes(hostname)
  return /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+:$/.test(protocol)
}

/** The same without schemes of apps' own: over TLS, or on the machine itself. */
export const isWebAddress = (text: string): boolean => /^https?:/i.test(text) && isAppAddress(text)
