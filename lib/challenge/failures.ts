import { type Duration, minutes, seconds } from "@/lib/time"

/**
 * How long one guesser must wait after so many wrong guesses at one account: nothing for the first 4, then
 * 5 seconds, doubling with each failure up to 15 minutes.
 */
export function waitAfter(failures: number): Duration {
  return failures < 5 ? 0 : Math.min(seconds(5) * 2 ** (failures - 5), minutes(15))
}
