import type { Duration } from "@/lib/time"

/** One budget of what was never made good: wrong guesses, unverified texts. It fills with each and drains with time. */
export type DrainingPolicy = {
  /** How many may stand before there is no room for another. */
  capacity: number
  /** How long until one of them no longer counts. */
  drains: Duration
  /** How many more may stand for each person who signed in there. */
  perVerified: number
  /** After how long a person who signed in counts half. */
  halfLife: Duration
  /** The capacity while everybody is under suspicion, because the realm's budget is over. */
  underSuspicion?: number
}

/** Which of the four: a phone's, a network's, that of the networks around it, or the realm's, which itself refuses nothing. */
export type DrainingName = "account" | "network" | "place" | "realm"

/** What one budget is asked for. `weight` is nothing where it only has to have room. */
export type DrainingCharge = { name: DrainingName; key: string; policy: DrainingPolicy; weight: 0 | 1 }

/** Whether there was room in all of them; if not, which is full and when it will have room for one. */
export type DrainingAnswer = { taken: true; left: number } | { taken: false; full: DrainingName; retryAt: Date }

/** Budgets that drain, in Postgres: they guard PINs and money, and outlive Redis. */
export type DrainingBudgets = {
  /**
   * Takes one from all of them that have a weight, or from none, in one round trip; the others only have to have room. Each is one
   * conditional row, so that of a thousand at once no more get through than there is room for. `left` is what is left of the
   * account's.
   */
  charge(charges: readonly DrainingCharge[], now: Date): Promise<DrainingAnswer>
  /**
   * Counts a person who signed in, by a keyed hash: ten sign-ins within a half-life count as one person. Many at once go
   * out in one statement.
   */
  vouch(person: string, charges: readonly DrainingCharge[], now: Date): Promise<void>
}
