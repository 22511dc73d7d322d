import type { IronSession } from "iron-session"
import { trustLife } from "@/lib/account/trusted-device"
import { type CookieJar, openSealed } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/** The browser's trusts, the newest first: a token for each account that is not texted here. It names nobody. */
export type TrustCookie = { tokens?: string[] }

/** How many accounts one browser may be trusted by. */
const most = 5

/** Opens the sealed cookie of the browser's trusts, of the request at hand or of the jar. No script reads it, and no other site's form brings it. */
export const openTrusts = (site: Site, jar?: CookieJar): Promise<IronSession<TrustCookie>> =>
  openSealed<TrustCookie>(site, jar, { name: "latchkey-trust", life: trustLife, sameSite: "strict" })

/** Keeps a token, in place of the one that it follows where it follows one. */
export async function keepTrust(cookie: IronSession<TrustCookie>, token: string, follows?: string): Promise<void> {
  cookie.tokens = [token, ...(cookie.tokens ?? []).filter((kept) => kept !== follows && kept !== token)].slice(0, most)
  await cookie.save()
}
