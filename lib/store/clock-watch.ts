import type { Database } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { after, type Duration, type Now, seconds } from "@/lib/time"

/** How far our clock may be from the database's before somebody is told, and how far it may jump before no money may depend on it. */
const bounds = { told: seconds(2), wrong: seconds(30) } as const

/** Keeps the time of the database, which all processes share. */
export type ClockWatch = {
  /** Our clock, by as much ahead or behind as the last look found it to be off: it decides on waits, PINs, tokens and money. */
  now: Now
  /** Looks once. A database that does not answer changes nothing. */
  look(): Promise<void>
  /** Whether money may be decided by it: a clock that jumped since the look before is not trusted until one finds it steady. */
  isRight(): boolean
  /** How far the machine's clock was behind the database's at the last look; negative where it was ahead. */
  distance(): Duration
}

/**
 * Watches the machine's clock. `tell` hears of each look that finds it off or that it jumped, in seconds, and of the first of several
 * that the database did not answer.
 */
export function clockWatch(
  { sql: door }: Pick<Database, "sql">,
  machine: Now,
  tell: (event: "clock-off" | "clock-wrong" | "clock-unknown", detail: { seconds?: number; problem?: unknown }) => void,
): ClockWatch {
  let [isRight, hasLooked, offset, hasFailed] = [true, false, 0, false]
  const now = () => after(machine(), offset)
  return {
    now,
    isRight: () => isRight,
    distance: () => offset,
    async look() {
      const before = now()
      const rows = await door.rows<{ at: Date }>(sql`SELECT clock_timestamp() AS "at"`).catch((problem: unknown) => {
        if (!hasFailed) tell("clock-unknown", { problem })
        hasFailed = true
        return []
      })
      const [row] = rows
      if (!row) return
      hasFailed = false
      const jump = outside(row.at, before, now())
      offset += jump
      isRight = !hasLooked || Math.abs(jump) <= bounds.wrong
      hasLooked = true
      if (!isRight) tell("clock-wrong", { seconds: toSeconds(jump) })
      else if (Math.abs(offset) > bounds.told) tell("clock-off", { seconds: toSeconds(offset) })
    },
  }
}

/** How far an instant lies outside of the time in which it was asked for: a slow answer alone is no wrong clock. */
const outside = (at: Date, from: Date, until: Date): Duration =>
  Math.min(0, at.getTime() - from.getTime()) + Math.max(0, at.getTime() - until.getTime())

const toSeconds = (duration: Duration) => Math.round(Math.abs(duration) / 1000)
