import type { IronSession } from "iron-session"
import { days, minutes } from "@/lib/time"
import { type CookieJar, openSealed } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/**
 * The browser's device tokens, the newest first: random, and each remembered with the session that began with it. And the email of
 * the last person to sign in here, where they let the device keep it.
 */
export type DeviceCookie = { tokens?: string[]; email?: string }

/** How many accounts one browser is remembered by. */
const most = 5

/**
 * Opens the device cookie of the request at hand, or of the jar. It is kept for a year, says that the browser signed in before,
 * and opens nothing.
 */
export const openDeviceCookie = (site: Site, jar?: CookieJar): Promise<IronSession<DeviceCookie>> =>
  openSealed<DeviceCookie>(site, jar, { name: "latchkey-device", life: days(365), keep: days(365) - minutes(1) })

/**
 * Remembers the browser by a token that was made for this very sign-in. A token that was there before is never used again: a
 * stranger could have put a cookie of their own into the browser, and would know it. The email is kept if it is given.
 */
export async function rememberDevice(
  cookie: IronSession<DeviceCookie>,
  token: string,
  email?: string | undefined,
): Promise<void> {
  if (email === undefined) delete cookie.email
  else cookie.email = email
  cookie.tokens = [token, ...(cookie.tokens ?? []).filter((kept) => kept !== token)].slice(0, most)
  await cookie.save()
}
