import { isLanguage } from "@/lib/account/language"
import { readBody } from "@/lib/http/body"
import { answerUrl } from "@/lib/oauth/answer-app"
import { type AppRequest, readAppRequest } from "@/lib/oauth/app-request"
import { authorize } from "@/lib/oauth/authorize"
import type { CookieJar } from "@/lib/web/cookie"
import { callerOf } from "@/lib/web/form-caller"
import { chosenLanguage, languageCookie } from "@/lib/web/language"
import { type Onward, openOnward } from "@/lib/web/onward"
import { redirecting } from "@/lib/web/redirecting"
import { readReturnTo } from "@/lib/web/return-to"
import type { Site } from "@/lib/web/site"
import { viewerOf } from "@/lib/web/viewer"

type Handler = (request: Request) => Promise<Response>

/** The page that asks whether an app may know somebody, and the one that tells of a request that no app can have meant. */
const pages = { consent: "/sign-in/allow", "sign-in": "/sign-in" } as const

/**
 * The authorization endpoint (RFC 6749, 3.1): where an app sends people to sign in. It shows nothing itself: it leads to our pages, which lead
 * back to it, and then to the app. What an app posts is looked at as if it stood in the address: a browser brings no cookie with another
 * site's form.
 */
export const authorizeHandlers = (site: () => Promise<Site>): Record<"GET" | "POST", Handler> => ({
  GET: redirecting(site, lead),
  POST: redirecting(site, async (request) => `/oauth/authorize?${await postedTo(request)}`),
})

/** The fields of a posted form, as a query. */
export async function postedTo(request: Request): Promise<URLSearchParams> {
  const body = await readBody(request)
  const fields = "fields" in body ? Object.entries(body.fields) : []
  return new URLSearchParams(fields.map(([name, value]) => [name, String(value)]))
}

async function lead(request: Request, jar: CookieJar, here: Site): Promise<string> {
  const { core } = here
  const given = new URL(request.url).searchParams
  const asked = await readAppRequest(given, core)
  if ("notAnApp" in asked) return `/sign-in/not-an-app?because=${asked.notAnApp}`
  if ("answer" in asked) return asked.answer
  const to = `/oauth/authorize?${given}`
  if (readReturnTo(to, here) !== to) {
    const tooLong = { error: "invalid_request", error_description: "The request may have 2000 characters at most." }
    return answerUrl(asked, tooLong, core.issuer)
  }

  const { cookie, signedIn } = await viewerOf(here, jar)
  const onward = await openOnward(here, jar)
  const isBack = onward.to === to
  const askedAt = isBack && onward.askedAt !== undefined ? new Date(onward.askedAt) : undefined
  const browser = { signedIn, methods: cookie.methods ?? [], askedAt, said: isBack ? onward.said : undefined }
  const next = await authorize(asked, browser, callerOf(request, here), core)
  if ("answer" in next) {
    if (isBack) onward.destroy()
    return next.answer
  }
  speak(asked, request, jar)
  const now = core.now().getTime()
  const kept: Onward = { to, askedAt: onward.askedAt && isBack ? onward.askedAt : now, ...hintOf(asked) }
  if (next.page === "sign-in" && next.anew) kept.since = kept.askedAt
  onward.destroy()
  Object.assign(onward, kept)
  await onward.save()
  return pages[next.page]
}

const hintOf = ({ email }: AppRequest) => (email === undefined ? {} : { email: email.slice(0, 254) })

/** The app's language, until the browser is closed, where the person has not chosen one (OpenID Connect Core, `ui_locales`). */
function speak({ locales }: AppRequest, request: Request, jar: CookieJar): void {
  if (chosenLanguage(request.headers)) return
  const language = locales
    .map((locale) => (/^zh\b/i.test(locale) ? "zh-HK" : locale.slice(0, 2).toLowerCase()))
    .find(isLanguage)
  if (language) jar.set(languageCookie, language, { path: "/", httpOnly: true, sameSite: "lax" })
}
