import type { GuessBudgetPolicy } from "@/lib/challenge/guess-policy"

/** Which of the four budgets. */
export type GuessBudgetName = "account" | "network" | "place" | "realm"

/** A guess as one budget is asked about it. `weight` is nothing for a guess that could not have opened anything. */
export type GuessCharge = { name: GuessBudgetName; key: string; policy: GuessBudgetPolicy; weight: 0 | 1 }

/** Whether the guess may be heard; if not, which budget is full and when it will have room for one. */
export type GuessAnswer = { heard: true; left: number } | { heard: false; full: GuessBudgetName; retryAt: Date }

/** The budgets of guesses, in Postgres: they guard PINs, and outlive Redis. */
export type GuessBudgets = {
  /**
   * Charges one guess to all its budgets, or to none. Each budget is one conditional row, so that of a thousand guesses at
   * once no more are heard than there is room for. `left` is what is left of the account's.
   */
  charge(charges: readonly GuessCharge[], now: Date): Promise<GuessAnswer>
  /** Takes back so many guesses: they were their owner's mistypes, and the right one followed. */
  forgive(charges: readonly GuessCharge[], count: number, now: Date): Promise<void>
  /** Counts a person who signed in. `weight` is at most one: a phone that signs in ten times is one person. */
  vouch(charges: readonly GuessCharge[], weight: number, now: Date): Promise<void>
  /** Gives an account's owner room again, if that was not done lately. */
  lift(account: GuessCharge, now: Date): Promise<void>
}
