import type { Site } from "@/lib/web/site"

/** How long an address may be that a sign-in leads to: with it the sealed cookie stays below the 4,096 bytes that browsers keep. */
const longest = 2000

/**
 * Where a sign-in may lead: a path of ours, or a URL whose origin `RETURN_ORIGINS` lists. It answers the address as it is written in
 * full, and undefined for everything else. Only visible ASCII without a backslash is read, so that no browser reads it differently
 * than the URL standard does; and of our own paths only such as our pages have, so that no spelling leads around a rule.
 */
export function readReturnTo(given: unknown, { origins, returnOrigins }: Where): string | undefined {
  if (typeof given !== "string" || given.length > longest || !/^[!-[\]-~]+$/.test(given)) return undefined
  if (/^\/(?!\/)/.test(given)) return ownPath(new URL(given, here))
  if (!/^https?:\/\/[^/]/i.test(given) || !URL.canParse(given)) return undefined
  const url = new URL(given)
  if (url.username || url.password) return undefined
  if (origins.has(url.origin)) return ownPath(url)
  return returnOrigins.has(url.origin) ? url.href : undefined
}

type Where = Pick<Site, "origins" | "returnOrigins">

const here = "http://here.invalid"

/**
 * A path without escapes or empty segments. What begins, ends or changes something by being looked at is nowhere to come back to: the
 * way in would lead to itself, and a link could sign people out.
 */
function ownPath({ pathname, search, hash }: URL): string | undefined {
  const isPlain = /^\/(?:[\w.~-]+\/)*[\w.~-]*$/.test(pathname)
  return isPlain && !isNoPlace.test(pathname) ? pathname + search + hash : undefined
}

const isNoPlace = /^\/(?:sign-in|do|oauth\/logout)(?:\/|$)/
