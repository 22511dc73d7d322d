import type { IronSession } from "iron-session"
import { isRefusal } from "@/lib/refusal"
import type { SignedIn } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { type Cookie, type CookieJar, openCookie } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/** Who looks at a page: what their cookie holds, and whose session it opens. It holds tokens, and never goes to a browser. */
export type Viewer = { cookie: IronSession<Cookie>; signedIn: SignedIn | undefined }

/** The viewer of the request at hand, or of the jar. A change of phone that is due takes effect by looking. */
export async function viewerOf(site: Site, jar?: CookieJar): Promise<Viewer> {
  const cookie = await openCookie(site, jar)
  return { cookie, signedIn: await signedInBy(cookie, site.core) }
}

/** Whose session a cookie opens, if it opens one. */
export async function signedInBy({ accessToken }: Cookie, core: Core): Promise<SignedIn | undefined> {
  const found = accessToken ? await whoIsThis(accessToken, "browser", core) : undefined
  return found && !isRefusal(found) ? found : undefined
}
