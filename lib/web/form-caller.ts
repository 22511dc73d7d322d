import type { Theme } from "@/lib/account/theme"
import { isWaiting, patience } from "@/lib/http/in-time"
import type { Caller } from "@/lib/sign-in/core"
import { chosenLanguage, languageOf } from "@/lib/web/language"
import type { Site } from "@/lib/web/site"
import { originOf } from "@/lib/web/theme/brand"

/**
 * Every browser names the origin of a POST, which may be a whitelabel's own host where it was posted to that. What names none, or
 * another, is not our form (never `X-Forwarded-Host`).
 */
export function isFromOurPages(request: Request, { origins, core }: Site, theme?: Theme): boolean {
  const origin = request.headers.get("origin")
  if (origin === null) return request.headers.get("sec-fetch-site") === "same-origin"
  if (theme?.host && origin === originOf(theme.host, core.issuer)) return true
  return origins.has(origin)
}

/** Who uses our pages: they sign in to Handbid's accounts; the session is the browser's own and opens no API. */
export const callerOf = (request: Request, site: Site): Caller => ({
  realm: "handbid",
  audience: "browser",
  client: "browser",
  address: site.addressOf(request.headers),
  userAgent: request.headers.get("user-agent") ?? undefined,
  language: languageOf(request.headers),
  isLanguageChosen: chosenLanguage(request.headers) !== undefined,
  isWaiting: isWaiting(request, site.core.now, patience),
})
