import type { Database } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { type Duration, type Now, seconds } from "@/lib/time"

/** How far our clock may be from the database's, before somebody is told, and before no money may depend on it. */
const bounds = { told: seconds(2), wrong: seconds(30) } as const

/** Compares our clock with the database's, which all processes share. */
export type ClockWatch = {
  /** Looks once. A database that does not answer changes nothing. */
  look(): Promise<void>
  /** Whether waits, PINs and budgets may be decided by our clock. */
  isRight(): boolean
}

/** Watches our clock. `tell` hears of each look that finds it off, in seconds. */
export function clockWatch(
  { sql: door }: Pick<Database, "sql">,
  now: Now,
  tell: (event: "clock-off" | "clock-wrong", detail: { seconds: number }) => void,
): ClockWatch {
  let isRight = true
  return {
    isRight: () => isRight,
    async look() {
      const before = now()
      const rows = await door.rows<{ at: Date }>(sql`SELECT clock_timestamp() AS "at"`).catch(() => [])
      const [row] = rows
      if (!row) return
      const distance = distanceTo(row.at, before, now())
      isRight = distance <= bounds.wrong
      if (distance > bounds.told) tell(isRight ? "clock-off" : "clock-wrong", { seconds: Math.round(distance / 1000) })
    },
  }
}

/** How far an instant lies outside of the time in which it was asked for: a slow answer alone is no wrong clock. */
const distanceTo = (at: Date, from: Date, until: Date): Duration =>
  Math.max(0, from.getTime() - at.getTime(), at.getTime() - until.getTime())
