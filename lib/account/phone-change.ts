import type { RightGuess } from "@/lib/challenge/right-guess"
import { type Duration, hours } from "@/lib/time"

/** A new phone on its way to replace the old one. An account has at most one that has not ended. */
export type PhoneChange = {
  id: string
  accountId: string
  /** The session that asked for it, or proved a phone since: it outlives the change, and no other does. */
  askedBy: string | null
  newPhone: string
  newCountry: string
  /** When the PIN on each phone was right. */
  oldProvedAt: Date | null
  newProvedAt: Date | null
  /** When it takes effect: at once where both phones are proved, after the delay without the old one. */
  effectiveAt: Date | null
  /** The decision that let the notice to the old phone go. */
  noticeId: string | null
  /** When that notice turned out not to reach the old phone. Until another does nothing waits. */
  untoldAt: Date | null
  createdAt: Date
}

/** What the account's phone was before a change took effect. */
export type Settled = { oldPhone: string | null }

/** How long a change waits that the old phone did not confirm, so that its owner can stop it. */
export const changeDelay: Duration = hours(72)

/** Which of the two phones. */
export type Which = "old" | "new"

/** A right PIN on one phone of a change, and the session that typed it. */
export type PhoneProof = { id: string; which: Which; by: string; challengeId: string; guess: RightGuess }

/** Which session asked for a change, or which did not. */
export type AskedBy = { by: string } | { notBy: string }

/** The changes. Each method is one conditional statement, or one transaction around it: of two callers at once, one wins. */
export type PhoneChanges = {
  /**
   * Begins a change, if the session that asks has not ended. It takes the place of one that has not ended; one that is due by
   * then stands. Answers whether it began.
   */
  begin(change: PhoneChange): Promise<boolean>
  /** The account's change that has not ended. */
  open(accountId: string): Promise<PhoneChange | undefined>
  /**
   * Uses up the PIN on one phone, which was right, and notes it; the guess takes back what it was charged. Once both phones are
   * proved, the change is due. `lost`: another call used the PIN first. Undefined if the change ended meanwhile.
   */
  prove(proof: PhoneProof, now: Date): Promise<PhoneChange | "lost" | undefined>
  /** Names the notice that is about to go to the old phone. Answers whether the change is one that may wait. */
  notify(id: string, noticeId: string): Promise<boolean>
  /** Starts the delay, once, of a change whose new phone is proved, unless its notice failed meanwhile. Answers whether it won. */
  wait(id: string, noticeId: string, effectiveAt: Date): Promise<boolean>
  /** This notice did not reach the old phone: the delay that it began is over, and nothing takes effect. */
  untold(noticeId: string, now: Date): Promise<void>
  /**
   * Starts the delay of a change that could not tell the old phone, by the beginning of its id, and never the named account's.
   * Answers whose it was; undefined unless it is exactly one.
   */
  release(reference: string, notOf: string, effectiveAt: Date): Promise<string | undefined>
  /**
   * Ends the account's change without effect, unless it is due; only one that was asked for so, where that is said. Answers who asked for
   * what it ended; undefined where there was nothing to end.
   */
  cancel(accountId: string, now: Date, asked?: AskedBy): Promise<Pick<PhoneChange, "askedBy"> | undefined>
  /**
   * Lets a change that is due take effect, once: the account has the new phone, every session ends but the one that asked, and
   * no PIN that went to another phone opens the account any more. Undefined where nothing is due.
   */
  settle(accountId: string, now: Date): Promise<Settled | undefined>
}
