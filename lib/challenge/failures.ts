import { type Duration, days, minutes, seconds } from "@/lib/time"

/** Wrong PINs in a row on one key, and when the last one was made. */
export type FailureCount = { count: number; lastAt: Date }

/** The counts of wrong PINs. They live in Postgres and outlive every challenge. */
export type Failures = {
  read(key: string): Promise<FailureCount | undefined>
  /** Adds one, in one statement, and answers the new count. */
  record(key: string, now: Date): Promise<FailureCount>
  /** Sets a count to zero if it is at least `cap` and was last touched before `before`. */
  liftCap(key: string, cap: number, before: Date): Promise<boolean>
  /** Ends a count, after a success. */
  clear(key: string): Promise<void>
}

/** Wrong PINs in a row, over all challenges, after which no PIN is heard (NIST SP 800-63B-4, 3.2.2). */
export const failureCap = 100

/** How long after the last failure a fresh PIN, asked for by the owner, lifts the cap. */
export const capLiftsAfter: Duration = days(1)

/**
 * How long one network must wait after so many wrong PINs for one account: nothing for the first 4, then
 * 5 seconds, doubling with each failure up to 15 minutes.
 */
export function waitAfter(failures: number): Duration {
  return failures < 5 ? 0 : Math.min(seconds(5) * 2 ** (failures - 5), minutes(15))
}
