import { withQuery } from "@/lib/oauth/answer-app"
import { endAppSession, readLogout } from "@/lib/oauth/end-session"
import { signOut } from "@/lib/sign-in/sign-out"
import { postedTo } from "@/lib/web/apps/authorize"
import { type CookieJar, forgetVisitor, saveCookie } from "@/lib/web/cookie"
import { callerOf } from "@/lib/web/form-caller"
import { openOnward } from "@/lib/web/onward"
import { redirecting } from "@/lib/web/redirecting"
import type { Site } from "@/lib/web/site"
import { viewerOf } from "@/lib/web/viewer"

type Handler = (request: Request) => Promise<Response>

/**
 * RP-Initiated Logout: an app sends people here to be signed out of it and of this browser. With an ID token of the person who is signed in it does so at
 * once; a link without one, which anybody can make, leads to a page that asks.
 */
export const logoutHandlers = (site: () => Promise<Site>): Record<"GET" | "POST", Handler> => ({
  GET: redirecting(site, lead),
  POST: redirecting(site, async (request) => `/oauth/logout?${await postedTo(request)}`),
})

async function lead(request: Request, jar: CookieJar, here: Site): Promise<string> {
  const { core } = here
  const { told, client, to, state } = await readLogout(new URL(request.url).searchParams, core)
  const { cookie, signedIn } = await viewerOf(here, jar)
  if (signedIn && told?.accountId !== signedIn.account.id) {
    const shown = to === undefined ? {} : { client: client ?? "", to, ...(state !== undefined && { state }) }
    return `/account/sign-out?${new URLSearchParams(shown)}`
  }
  const caller = callerOf(request, here)
  if (told) await endAppSession(told, caller, core)
  if (signedIn) {
    await signOut({}, { ...caller, signedIn }, core)
    forgetVisitor(cookie)
    await saveCookie(cookie)
  }
  ;(await openOnward(here, jar)).destroy()
  if (to === undefined) return "/?signed-out"
  return state === undefined ? to : withQuery(to, new URLSearchParams({ state }))
}
