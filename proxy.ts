import { type NextRequest, NextResponse } from "next/server"
import { contentSecurityPolicy } from "@/lib/web/content-security-policy"

/** Gives each page its nonce and policy. It guards nothing: every page and route checks for itself. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === "development")
  const headers = new Headers(request.headers)
  headers.set("x-nonce", nonce)
  headers.set("content-security-policy", policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  return response
}

// API paths are kept out: they serve no pages, and a proxy costs each request about a third of a millisecond. What is kept out
// here has the policy of next.config.mjs, which names the same paths. Prefetches are answers like others.
export const config = {
  matcher: [
    "/((?!api/|v1/|v3/|auth/|oauth/|apikey(?:/|$)|\\.well-known/|do/|webhooks/|cron/|_next/static/|_next/image|icon\\.svg$|dev/inbox\\.json$|openapi\\.json$).*)",
  ],
}
