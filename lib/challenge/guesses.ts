import type { Realm } from "@/lib/account/realm"
import type { NewChallenge, Tried } from "@/lib/challenge/challenge"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import type { Asked } from "@/lib/limits/limits"
import type { Quota } from "@/lib/refusal"
import type { Owner, ShownDevice } from "@/lib/session/session"

/** A caller who is about to guess at a subject, before it is known who they are. */
export type Attempt = {
  /** Whose device it may be, and what the caller shows of it; undefined where devices do not count. */
  device: { owner: Owner; shown: ShownDevice | undefined; since: Date } | undefined
  /** What counts the wrong guesses in a row of each: a stranger's whole key, and how a device's key begins. */
  rows: { stranger: string; device: string }
  /** What a stranger pays, in this order, and what a device does: the names of its budgets begin so, and end with its row. */
  budgets: { stranger: readonly Asked[]; device: readonly Asked[] }
  /** The challenge that a try is spent of; undefined for what has none, such as a password. */
  target: Target | undefined
}

/**
 * The challenge that is guessed at: that of a subject or that of a key. Each has tries for the owner on a device that
 * signed in before, for each network that asked for the PIN, and for all other networks together: those of one are not taken by
 * another. With `onePool` there is one pool for all. The holder of a key has the key's tries and no others. A
 * subject without a challenge gets the decoy, so that guesses count alike.
 */
export type Target = { decoy: NewChallenge; network: string; onePool?: boolean } | { keyHash: string; realm: Realm }

/** Who guesses, by the count of their wrong guesses at this subject, the budgets that one was taken of, and what they guess at. */
export type Begun = {
  isHome: boolean
  row: string
  budgets: readonly string[]
  /** The target's challenge, of which a try was spent; undefined where none was left, or where there is no target. */
  tried: Tried | undefined
}

/** Which budget is used up, or that the guesser must wait, and until when. */
export type Held = { quota: Quota; retryAt: Date }

/** A wrong guess: the row that counts it, the challenge that it was at, and whether it was charged to its network. */
export type WrongGuess = { row: string; challenge: string | undefined; charged: boolean }

/** Guesses at PINs and passwords, always in Postgres: what counts them outlives Redis and every challenge. */
export type Guesses = {
  /**
   * Tells who guesses, takes one of each of their budgets, or of none, and spends a try of the target, in one statement. A device that
   * guessed wrong too often in a row is a stranger's. What is refused costs nothing. An expired challenge opens nothing and has no
   * tries to spend.
   */
  begin(attempt: Attempt, now: Date): Promise<Begun | Held>
  /** Counts a wrong guess, and charges it to the budgets that refuse nothing. */
  fail(wrong: WrongGuess, charges: readonly DrainingCharge[], now: Date): Promise<void>
}
