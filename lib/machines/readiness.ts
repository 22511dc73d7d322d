import { inTime } from "@/lib/http/in-time"
import { after, type Duration, type Now, seconds } from "@/lib/time"

/** Why a process should be sent no requests just now. */
export type NotReady = "draining" | "database" | "migrations"

/** Looks at what every request needs: undefined where it is there. Rejects where the database does not answer. */
export type Look = () => Promise<NotReady | undefined>

/** Whether this process should be sent requests. */
export type Readiness = {
  /** Undefined where it should. */
  reason(): Promise<NotReady | undefined>
  /** From now on it should not: it has been told to stop. */
  drain(): void
}

// However many ask, the database is asked once a second.
const keeps = seconds(1)
// A probe gives up after one to five seconds: the reason should arrive before.
const shortly: Duration = seconds(0.8)

/**
 * Remembers what a look found for a second, and begins no second look before the first is done. Redis is not looked at: without
 * it whoever is signed in is served as ever, and all processes share it, so that none would be left.
 */
export function readiness(look: Look, now: Now, patience: Duration = shortly): Readiness {
  let found: { reason: NotReady | undefined; until: Date } | undefined
  let underWay: Promise<NotReady | undefined> | undefined
  let isDraining = false
  const lookOnce = async () => {
    const reason = await look().catch((): NotReady => "database")
    found = { reason, until: after(now(), keeps) }
    underWay = undefined
    return reason
  }
  return {
    async reason() {
      if (isDraining) return "draining"
      if (found && now() < found.until) return found.reason
      underWay ??= lookOnce()
      return inTime(underWay, patience).catch((): NotReady => "database")
    },
    drain() {
      isDraining = true
    },
  }
}
