import { showsToken } from "@/lib/keys/shows-token"
import type { Now } from "@/lib/time"

/** Removes what is no longer needed. It may be called at any time, by several at once. */
export type CleanUp = (now: Date) => Promise<{
  /** How many rows of each table went. */
  removed: Readonly<Record<string, number>>
  /** Whether there is more to remove than one call does. */
  more: boolean
}>

/** What the scheduled clean-up works with. Without a secret it is closed. */
export type CleanUpSite = {
  cleanUp: CleanUp
  now: Now
  secret: string | undefined
  later: (task: () => Promise<unknown>) => void
}

/**
 * The scheduled clean-up, for callers that show the secret as a bearer token. 404 where none is set, 401 without it. It answers
 * what the first turn removed. Where there is more, it goes on after the answer until nothing is left, once at a time.
 */
export const cleanUpHandler = (site: () => Promise<CleanUpSite>) => {
  let isGoingOn = false
  return async (request: Request): Promise<Response> => {
    const { cleanUp, now, secret, later } = await site()
    if (!secret) return answer({ error: "not_found" }, 404)
    if (!showsToken(request.headers, secret))
      return answer({ error: "unauthorized" }, 401, { "WWW-Authenticate": "Bearer" })
    const first = await cleanUp(now())
    if (first.more && !isGoingOn) {
      isGoingOn = true
      later(async () => {
        try {
          while ((await cleanUp(now())).more);
        } finally {
          isGoingOn = false
        }
      })
    }
    return answer(first, 200)
  }
}

const answer = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store", ...headers } })
