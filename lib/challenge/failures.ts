import { type Duration, minutes, seconds } from "@/lib/time"

/** Wrong guesses in a row at one subject by one guesser, those among them that were charged, and when the last was made. */
export type FailureCount = { count: number; charged: number; lastAt: Date }

/** The counts of wrong guesses. They live in Postgres and outlive every challenge. */
export type Failures = {
  read(key: string): Promise<FailureCount | undefined>
  /** Adds one, in one statement. `charged`: it was charged to the guess budgets too. */
  record(key: string, charged: boolean, now: Date): Promise<void>
  /** Ends a count, after a success, and answers it: of two that end it at once, one hears of it. */
  clear(key: string): Promise<number>
}

/**
 * How long one guesser must wait after so many wrong guesses at one account: nothing for the first 4, then
 * 5 seconds, doubling with each failure up to 15 minutes.
 */
export function waitAfter(failures: number): Duration {
  return failures < 5 ? 0 : Math.min(seconds(5) * 2 ** (failures - 5), minutes(15))
}
