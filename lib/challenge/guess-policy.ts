import type { DrainingPolicy } from "@/lib/limits/draining-budgets"
import { type Duration, days, minutes } from "@/lib/time"

const people = { perVerified: 2, halfLife: days(30) }

/**
 * What strangers may guess at PINs. The owner on a device that signed in before is asked for none of this. `economics.test.ts`
 * computes from these numbers what an attacker gets in a year, and SECURITY.md tells it.
 */
export const guessPolicy = {
  /** At one account's phone, over all networks: two PINs' worth at once, then one in five days. */
  account: { capacity: 10, drains: days(5), perVerified: 0, halfLife: days(30) },
  /** From one network, and from its neighbours (a /24, or a /48 in IPv6), whatever the account. */
  network: { ...people, capacity: 20, drains: days(10), underSuspicion: 5 },
  place: { ...people, capacity: 60, drains: days(3), underSuspicion: 15 },
  /** In one realm. It shuts no one out: while it is over, only networks that owe next to nothing are heard. */
  realm: { capacity: 500, drains: minutes(15), perVerified: 0.02, halfLife: days(30) },
} as const satisfies Record<string, DrainingPolicy>

/** What an owner gets back of the account's budget by signing in on a device of theirs, and how often at most. */
export const lift = { leaves: 5, atMostEvery: days(90) } as const

/** Wrong guesses in a row on a device that signed in before, after which it is a stranger's (NIST SP 800-63B-4, 3.2.2). */
export const knownDeviceCap = 100

/** How the count of a known device begins, so that it is kept for as long as the device could be known. */
export const deviceRow = "device "

/** For how long after a session's end its device is still known. */
export const deviceKnownFor: Duration = days(180)
