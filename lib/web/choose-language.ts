import { NextResponse } from "next/server"
import { isLanguage } from "@/lib/account/language"
import { readBody } from "@/lib/http/body"
import type { FormHandlers } from "@/lib/web/form"
import { isFromOurPages } from "@/lib/web/form-caller"
import { keptLanguage } from "@/lib/web/language"
import type { Site } from "@/lib/web/site"
import { themeOfHost } from "@/lib/web/theme/brand"
import { viewerOf } from "@/lib/web/viewer"

/**
 * The switch of languages: remembers the choice on this browser for a year and leads back to the page that it stood on, whose step
 * and problems stay. Texts to a signed-in person are in it from now on.
 */
export const languageHandlers = (site: () => Promise<Site>): FormHandlers => ({
  GET: async () => backTo("/"),
  async POST(request) {
    const here = await site()
    const theme = themeOfHost(request.headers.get("host"), await here.core.themes.all())
    const body = await readBody(request)
    const { language, to } = "fields" in body ? body.fields : {}
    const page = ownPath(to)
    if (!isLanguage(language) || !isFromOurPages(request, here, theme)) return backTo(page)
    const { signedIn } = await viewerOf(here)
    if (signedIn) await here.core.accounts.speak(signedIn.account.id, language)
    const answer = new NextResponse(null, redirect(page))
    answer.cookies.set(keptLanguage(language, here))
    return answer
  },
})

const redirect = (location: string) => ({ status: 303, headers: { Location: location, "Cache-Control": "no-store" } })
const backTo = (location: string) => new Response(null, redirect(location))

/** A path of ours, else the start page: no one is led elsewhere. */
function ownPath(to: unknown): string {
  const base = "http://here.invalid"
  if (typeof to !== "string" || to.length > 500 || !URL.canParse(to, base)) return "/"
  const { origin, pathname, search } = new URL(to, base)
  return origin === base && /^\/(?!\/)/.test(pathname) ? pathname + search : "/"
}
