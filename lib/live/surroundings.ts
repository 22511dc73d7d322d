import type { Surroundings } from "@/lib/dialects/mount"
import { clientAddress } from "@/lib/http/client-address"
import { patience } from "@/lib/http/in-time"
import { running } from "@/lib/live/running"
import { watchedBy } from "@/lib/live/watch"
import { isOutage } from "@/lib/outside/outage"
import { report } from "@/lib/outside/report"
import { logRequest } from "@/lib/outside/request-log"
import type { Running } from "@/lib/running"

export { report }

let made: Promise<Surroundings> | undefined

/** What the dialects' operations run in. It is made on the first request. */
export const surroundings = (): Promise<Surroundings> => {
  made ??= running().then(({ core, env, metrics, traces }) => ({
    core,
    isOutage,
    patience,
    addressOf: (headers) => clientAddress(headers, env.TRUSTED_PROXY),
    origins: new Set([...ownOrigins(env), ...env.CORS_ORIGINS]),
    report,
    watch: watchedBy(logRequest, metrics?.request, traces?.request),
  }))
  return made
}

/** Our own origin; on a developer's machine, under each name that the machine has for itself. */
export function ownOrigins({ APP_URL, NODE_ENV }: Running["env"]): string[] {
  const { protocol, hostname, port } = new URL(APP_URL)
  const names = ["localhost", "127.0.0.1", "[::1]"]
  if (NODE_ENV === "production" || !names.includes(hostname)) return [APP_URL]
  return names.map((name) => new URL(`${protocol}//${name}:${port}`).origin)
}
