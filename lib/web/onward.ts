import type { IronSession } from "iron-session"
import { provedAt, type SignedIn } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import { hours } from "@/lib/time"
import { type Cookie, type CookieJar, openSealed } from "@/lib/web/cookie"
import { readReturnTo } from "@/lib/web/return-to"
import type { Site } from "@/lib/web/site"

/**
 * Where this browser's way in leads, and what the app that sent it here asked for. It is a cookie of its own, since an app's request may be
 * as long as everything else that a browser holds, and sealed like the others. A hidden field would have to go through every page, link, refusal
 * and provider; a browser has one way in at a time anyway.
 */
export type Onward = {
  to?: string
  /** The email that the app expects (OpenID Connect, `login_hint`). */
  email?: string
  /** Whoever proved who they are before this (epoch milliseconds) is asked to do it again, on a trusted device too. */
  since?: number
  /** When the app's request came first (epoch milliseconds), and what the person said to its wish to know them. */
  askedAt?: number
  said?: "allow" | "deny"
  /** SHA-256 of the token of whoever came in by the page for a lost phone, and is to change it first: who comes next has another. */
  lostPhone?: string
}

/** How long a way in may take. */
const lifetime = hours(1)

/** Opens it from the request at hand, or from the jar. */
export const openOnward = (
  site: Pick<Site, "cookiePasswords" | "production">,
  jar?: CookieJar,
): Promise<IronSession<Onward>> => openSealed<Onward>(site, jar, { name: "latchkey-onward", life: lifetime })

/** Where a sign-in leads unless it is told otherwise. */
const account = "/account"

/** The page that leads away from us. */
export const wayOut = "/sign-in/on"

/**
 * Where the onward cookie leads, if it leads anywhere: a path of ours, or a whole URL. Origins may have been taken off the list since. The way
 * out of an app is put there by its own form alone, once the person is signed out.
 */
export const onwardTo = ({ to }: Onward, site: Site): string | undefined =>
  isLeaving(to) ? to : readReturnTo(to, site)

/** Whether this is the way out of an app, which needs nobody to be signed in. */
export const isLeaving = (to: string | undefined): to is string => to?.startsWith("/oauth/logout?") ?? false

/**
 * The page of ours that follows a sign-in. What lies elsewhere, or leads there, is behind a page of its own: browsers hold the redirects of
 * a form to the page's `form-action`, and our scripts go to no other origin.
 */
export function nextPage(onward: Onward, site: Site): string {
  const to = onwardTo(onward, site)
  if (to === undefined) return account
  return to.startsWith("/") && !to.startsWith("/oauth/") ? to : wayOut
}

/** The same, once: what a page of ours is told it leads to is forgotten. What leads away is forgotten by whoever leads it away. */
export function takeNextPage(onward: IronSession<Onward>, site: Site): string {
  const next = nextPage(onward, site)
  if (next !== wayOut) onward.destroy()
  return next
}

/** Whether it is this browser's session that came in without the phone, and not one before it. */
export const cameWithoutPhone = ({ lostPhone }: Onward, { accessToken }: Cookie): boolean =>
  lostPhone !== undefined && accessToken !== undefined && lostPhone === hashToken(accessToken)

/** Where somebody who lost their phone was going before they changed it; undefined where that is nowhere but their account. */
export function wayAfterPhone(onward: Onward, cookie: Cookie, site: Site): string | undefined {
  const next = cameWithoutPhone(onward, cookie) ? nextPage(onward, site) : account
  return next === account || next.startsWith(`${account}/`) ? undefined : next
}

/** Whether somebody is signed in as the way in wants it: an app may ask for a sign-in that is newer than its request. */
export const isWayDone = ({ since }: Onward, signedIn: SignedIn | undefined): boolean =>
  signedIn !== undefined && (since === undefined || provedAt(signedIn.session).getTime() >= since)

/** The way in, which leads back to this path of ours. A step of the way in leads to where that leads. */
export const signInFor = (path: string): string =>
  path === account || path.startsWith("/sign-in/") ? "/sign-in" : `/sign-in?return_to=${encodeURIComponent(path)}`
