import { isIP } from "node:net"

/** Whose word about the caller's address is believed: the socket's alone, Vercel's, or so many proxies'. */
export type TrustedProxy = "none" | "vercel" | number

/**
 * The caller's address as the trusted proxies tell it in `X-Forwarded-For`; undefined where they tell none that can be read.
 * Items are told apart by commas alone, quotes or not: a caller who opens a quote must not swallow what a proxy appends.
 * Empty items do not count (RFC 9110, 5.6.1.2).
 */
export function addressTold(forwarded: string, trusted: Exclude<TrustedProxy, "none">): string | undefined {
  const items = forwarded.split(",").flatMap((item) => item.trim() || [])
  const told = trusted === "vercel" ? items[0] : items.at(-trusted)
  return told === undefined ? undefined : readNode(told)
}

/**
 * The IP address in one item: bare, with a port, in brackets, in quotes, or after `for=` with parameters behind it, as RFC
 * 7239, section 6 and practice have them. `unknown` and hidden names (`_gazonk`) are none. A zone is this machine's own
 * affair and is left out.
 */
export function readNode(item: string): string | undefined {
  const value = (/^\s*for\s*=([^;]*)/i.exec(item)?.[1] ?? item).trim()
  const plain = (/^"(.*)"$/.exec(value)?.[1] ?? value).trim()
  // An IPv6 address without brackets is looked at whole first: its last group is not taken for a port.
  const withoutPort = plain.replace(/:(\d{1,5}|_[\w.-]+)$/, "")
  return addressIn(plain) ?? addressIn(withoutPort) ?? addressIn(/^\[(.*)\]$/.exec(withoutPort)?.[1] ?? "")
}

function addressIn(text: string): string | undefined {
  const address = text.replace(/%.*$/, "")
  return isIP(address) ? address.toLowerCase() : undefined
}
