import type { Duration } from "@/lib/time"

/**
 * When each phone last counted as verified. A phone that is verified under many emails, or in many realms, is one phone: what
 * it counts for in a scope never exceeds one message.
 */
export type PhoneCredits = {
  /**
   * A phone (by its keyed hash) counts now. Answers how long ago it last did, `Infinity` if it never has. Of two at once
   * one hears of the other: nobody counts twice.
   */
  take(phone: string, now: Date): Promise<Duration>
}

/**
 * What a verification may add to a count that fades by half in `halfLife`, so that the phone counts one again: all of it the
 * first time, nothing a moment later, half of it after one half-life.
 */
export const creditAfter = (age: Duration, halfLife: Duration): number => 1 - 0.5 ** (Math.max(0, age) / halfLife)
