import { NextRequest, NextResponse } from "next/server"
import type { CookieJar } from "@/lib/web/cookie"
import { reportAt, type Site } from "@/lib/web/site"

type Handler = (request: Request) => Promise<Response>

/** A route that only sets cookies and leads on, by a 303. Where it breaks it leads to the sign-in page, which says so. */
export const redirecting =
  (site: () => Promise<Site>, lead: (request: Request, jar: CookieJar, here: Site) => Promise<string>): Handler =>
  async (request) => {
    // Next's own response is only the jar that cookies are put into.
    const response = new NextResponse(null, { status: 303, headers: { "Cache-Control": "no-store" } })
    response.headers.set("Location", await attempt(site, (here) => lead(request, jarOf(request, response), here)))
    return response
  }

/** The cookies of a request, and where those of its response go. */
export function jarOf(request: Request, response: NextResponse): CookieJar {
  const { cookies } = new NextRequest(request.url, { headers: request.headers })
  return { get: (name) => cookies.get(name), set: response.cookies.set.bind(response.cookies) }
}

/** Where a step leads, or, where it broke, the page that says so. */
export async function attempt(site: () => Promise<Site>, step: (here: Site) => Promise<string>): Promise<string> {
  try {
    return await step(await site())
  } catch (problem) {
    await reportAt(site, problem)
    return "/sign-in?problem=server"
  }
}
