import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import type { Asked } from "@/lib/limits/limits"
import type { Quota } from "@/lib/refusal"
import type { Owner, ShownDevice } from "@/lib/session/session"

/** Somebody who is about to guess at a subject, before it is known who they are. */
export type Attempt = {
  /** Whose device it may be, and what the caller shows of it; undefined where devices do not count. */
  device: { owner: Owner; shown: ShownDevice | undefined; since: Date } | undefined
  /** What counts the wrong guesses in a row of each: a stranger's whole key, and how a device's key begins. */
  rows: { stranger: string; device: string }
  /** What a stranger pays, in this order, and what a device does: the names of its budgets begin so, and end with its row. */
  budgets: { stranger: readonly Asked[]; device: readonly Asked[] }
}

/** Who guesses, by the count of their wrong guesses at this subject, and the budgets that one was taken of. */
export type Begun = { isHome: boolean; row: string; budgets: readonly string[] }

/** Which budget is used up, or that the guesser must wait, and until when. */
export type Held = { quota: Quota; retryAt: Date }

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

/** A wrong guess: the row that counts it, the challenge that it was at, and whether it was charged to its network. */
export type WrongGuess = { row: string; challenge: string | undefined; charged: boolean }

/** Guesses at PINs and passwords, always in Postgres: what counts them outlives Redis and every challenge. */
export type Guesses = {
  /**
   * Tells who guesses and takes one of each of their budgets, or of none, in one statement. A device that guessed wrong too often in a
   * row is a stranger's. What is refused costs nothing.
   */
  begin(attempt: Attempt, now: Date): Promise<Begun | Held>
  /** Counts a wrong guess, and charges it to the budgets that refuse nothing. */
  fail(wrong: WrongGuess, charges: readonly DrainingCharge[], now: Date): Promise<void>
}
