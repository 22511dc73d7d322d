import type { DrainingCharge } from "@/lib/limits/draining-budgets"

/** What a right guess takes back: what it was charged, and what the same guesser got wrong before it. */
export type RightGuess = {
  /** The count of wrong guesses that ends. */
  row: string
  /** Of them only those at this challenge are taken back; all, where none is named. */
  challenge: string | undefined
  /** Budgets that get one back; the first gets the wrong ones back too. */
  budgets: readonly string[]
  /** A stranger's draining budgets, each with the weight that this guess was charged there. */
  charges: readonly DrainingCharge[]
  /** Whether the wrong ones that were not charged to the network are left out: nothing comes back that was not paid. */
  onlyCharged: boolean
  /** The account's budget, which an owner on a known device lifts. */
  lift: DrainingCharge | undefined
}
