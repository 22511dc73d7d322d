import type { IronSession } from "iron-session"
import { cookies } from "next/headers"
import { trustLife } from "@/lib/account/trusted-device"
import { type CookieJar, openSealed } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/** The browser's trusts, the newest first: a token for each account that is not texted here. It names nobody. */
export type TrustCookie = { tokens?: string[] }

/** How many accounts one browser may be trusted by. */
const most = 5

/** Opens the sealed cookie of the browser's trusts, of the request at hand or of the jar. No script reads it, and no other site's form brings it. */
export async function openTrusts(
  { cookiePasswords, production }: Site,
  jar?: CookieJar,
): Promise<IronSession<TrustCookie>> {
  const life = trustLife / 1000
  return openSealed<TrustCookie>(jar ?? (await cookies()), cookiePasswords, {
    cookieName: production ? "__Host-latchkey-trust" : "latchkey-trust",
    ttl: life,
    cookieOptions: { httpOnly: true, sameSite: "strict", secure: production, path: "/", maxAge: life },
  })
}

/** Keeps a token, in place of the one that it follows where it follows one. */
export async function keepTrust(cookie: IronSession<TrustCookie>, token: string, follows?: string): Promise<void> {
  cookie.tokens = [token, ...(cookie.tokens ?? []).filter((kept) => kept !== follows && kept !== token)].slice(0, most)
  await cookie.save()
}
