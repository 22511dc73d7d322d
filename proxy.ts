import { type NextRequest, NextResponse } from "next/server"
import { contentSecurityPolicy } from "@/lib/web/content-security-policy"

/**
 * Gives each page its nonce and policy. It guards nothing: every page and route checks for itself. A page is only ever looked
 * at: Next takes whatever else is sent to one for an action of its own, which we have none of, and logs each.
 */
export function proxy({ method, nextUrl, headers: sent }: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development")
  const isLook = method === "GET" || method === "HEAD"
  // Providers come back by a form.
  if (!isLook && !nextUrl.pathname.startsWith("/sign-in/with/")) return notAllowed(policy)
  const headers = new Headers(sent)
  headers.set("x-nonce", nonce)
  headers.set("content-security-policy", policy)
  headers.set("x-page", nextUrl.pathname + nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

const notAllowed = (policy: string) =>
  new NextResponse(null, {
    status: 405,
    headers: { Allow: "GET, HEAD", "Cache-Control": "no-store", "Content-Security-Policy": policy },
  })

// API paths are kept out: they serve no pages, and a proxy costs each request about a third of a millisecond. What is kept out
// here has the policy of next.config.mjs, which names the same paths. Prefetches are answers like others.
export const config = {
  matcher: [
    "/((?!api/|v1/|v3/|auth/|oauth/|apikey(?:/|$)|\\.well-known/|do/|webhooks/|cron/|health/|metrics$|_next/static/|_next/image|icon\\.svg$|dev/inbox\\.json$|openapi\\.json$).*)",
  ],
}
