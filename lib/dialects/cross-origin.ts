import type { Dialect, Path } from "@/lib/dialects/operation"
import { hasPageAt } from "@/lib/session/oauth-client"
import type { Core } from "@/lib/sign-in/core"

const exposed = "Retry-After, RateLimit, RateLimit-Policy, WWW-Authenticate, X-Request-Id"

type Here = { origins: ReadonlySet<string>; core: Pick<Core, "oauthClients" | "warn"> }

/**
 * The origins whose pages may call this path: the listed ones, and where it is open to apps that of the page that asks, if a page of an
 * app without a secret is there. Nobody is asked about a listed origin, nor about a caller that is no page. With the database out of reach
 * no page is an app's.
 */
export async function originsFor(request: Request, { pages }: Path, { origins, core }: Here): Promise<Here["origins"]> {
  const origin = request.headers.get("origin")
  if (pages !== "apps" || origin === null || origins.has(origin)) return origins
  const addresses = await core.oauthClients.publicAddresses().catch((problem: unknown) => {
    core.warn("out-of-reach", problem)
    return []
  })
  return hasPageAt(origin, addresses) ? new Set([...origins, origin]) : origins
}

/** The headers by which a page of a listed origin may read an answer. Every answer says that it depends on the origin. */
export function crossOrigin(request: Request, origins: Here["origins"], pages?: Path["pages"]): Record<string, string> {
  const origin = request.headers.get("origin")
  const known = origin !== null && (pages === "any" || origins.has(origin))
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
