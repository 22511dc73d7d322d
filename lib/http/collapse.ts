import type { IncomingHttpHeaders } from "node:http"
import { addressTold, type TrustedProxy } from "@/lib/http/forwarded"
import { minutes } from "@/lib/time"

/** How long requests are counted before the one line about them is written. */
const span = minutes(1)

/** How many requests named no caller, of how many. */
export type Unread = { unread: number; requests: number }

/**
 * Hears every request's headers as they came, and says once that the trusted proxies name callers in a way that cannot be
 * read: those all share one budget. It counts for a minute from the first such request, so that the line says how many.
 * A request without `X-Forwarded-For` came past the proxies, as health checks do; one with `Forwarded` alone came through
 * a proxy that writes only that, which is not believed: a proxy that does not know the header passes on the caller's own.
 */
export function watchUnread(
  trusted: Exclude<TrustedProxy, "none">,
  say: (counted: Unread) => void,
  later: (task: () => void, wait: number) => void = (task, wait) => void setTimeout(task, wait).unref(),
): (headers: IncomingHttpHeaders) => void {
  const counted: Unread = { unread: 0, requests: 0 }
  let said = false
  return (headers) => {
    if (said) return
    const forwarded = headers["x-forwarded-for"]
    const told = forwarded === undefined ? !headers.forwarded : addressTold(String(forwarded), trusted) !== undefined
    if (told && counted.unread === 0) return
    counted.requests += 1
    if (told) return
    counted.unread += 1
    if (counted.unread > 1) return
    later(() => {
      said = true
      say({ ...counted })
    }, span)
  }
}
