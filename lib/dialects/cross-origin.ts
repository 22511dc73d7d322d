import type { Dialect } from "@/lib/dialects/operation"

const exposed = "Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate, X-Request-Id"

/** The headers by which a page of a listed origin may read an answer. Every answer says that it depends on the origin. */
export function crossOrigin(request: Request, origins: ReadonlySet<string>): Record<string, string> {
  const origin = request.headers.get("origin")
  const known = origin !== null && origins.has(origin)
  return {
    Vary: "Origin",
    "Access-Control-Expose-Headers": exposed,
    ...(known && { "Access-Control-Allow-Origin": origin }),
  }
}

/** The answer to a browser that asks before it sends. A strange origin learns the methods and may do nothing with them. */
export function preflight({ allowHeaders }: Dialect, allow: string, cross: Record<string, string>): Response {
  const headers = { ...cross, Allow: allow, "Cache-Control": "no-store" }
  const allowed = {
    "Access-Control-Allow-Methods": allow,
    "Access-Control-Allow-Headers": ["Content-Type", "Authorization", ...allowHeaders].join(", "),
    "Access-Control-Max-Age": "600",
  }
  return new Response(null, {
    status: 204,
    headers: { ...headers, ...("Access-Control-Allow-Origin" in cross && allowed) },
  })
}
