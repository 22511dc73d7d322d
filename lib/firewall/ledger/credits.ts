import type { Duration } from "@/lib/time"

/**
 * What a phone may add to a count that fades by half in `halfLife`, by how long ago it last counted, so that it counts one again:
 * all of it the first time, nothing a moment later, half of it after one half-life. A phone that is verified under many emails,
 * or in many realms, is one phone: what it counts for never exceeds one.
 */
export const creditAfter = (age: Duration, halfLife: Duration): number => 1 - 0.5 ** (Math.max(0, age) / halfLife)
