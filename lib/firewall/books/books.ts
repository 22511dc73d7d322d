import type { Challenge, Issue } from "@/lib/challenge/challenge"
import type { Drained } from "@/lib/firewall/books/drained"
import type { Exposure } from "@/lib/firewall/books/exposure"
import type { Mode, ModeBooks } from "@/lib/firewall/books/mode"
import type { Decision, VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"
import type { OperatorList } from "@/lib/firewall/operator-list"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"

/** One budget's row, and when it can be forgotten. */
export type BudgetName = { name: string; endsAt: Date }

/** The wait between two messages for one subject to one target, such as a phone: each target has its own. */
export type WaitName = { subject: string; target: string }

/** How many messages were sent in a row, and until when the next one has to wait. */
export type Wait = { sends: number; until: Date }

/** How much of a cap is spent in the window that runs until then. */
export type CapSpent = { spent: number; resetsAt: Date }

/** The rows that some work looks at. What it does not name it sees as empty. */
export type Names = {
  exposures?: readonly string[]
  budgets?: readonly BudgetName[]
  waits?: readonly WaitName[]
  caps?: readonly string[]
  drains?: readonly string[]
  /** A phone, by its keyed hash: whether an unverified message to it stands open since then. */
  openTo?: { phone: string; since: Date }
  /** A recipient whose unverified messages since then are looked at, with whatever these were charged to. */
  verified?: { recipient: string; since: Date }
  /** Phones, by keyed hashes, that may have counted as verified before. */
  credits?: readonly string[]
}

/**
 * The challenge that was issued, once the books are kept. Undefined where that could not be done in the same statement: then it is to be
 * issued alone.
 */
export type Issued = { challenge?: Challenge }

/** What the rules read. */
export type Page = {
  exposure(scope: string): Exposure | undefined
  /** What is spent or reserved of a budget. */
  spent(name: string): Micros
  mode: Mode
  /** What operators blocked and allowed. */
  listed: OperatorList
  isOpen(phone: string): boolean
  wait(name: WaitName): Wait | undefined
  cap(key: string): CapSpent | undefined
  drain(key: string): Drained | undefined
}

/** The same to write in. All that is written is kept together, or none of it. */
export type OpenBooks = Page &
  ModeBooks & {
    /** Adds to what is spent, within `room`; takes away what is negative, never below nothing. */
    spend(budget: BudgetName, amount: Micros, room?: Micros): void
    putWait(name: WaitName, wait: Wait): void
    putCap(key: string, cap: CapSpent): void
    putDrain(key: string, drained: Drained): void
    /** Adds to a draining budget that refuses nothing by itself, so that others may add to it at the same time. */
    addToDrain(charge: DrainingCharge, add: Pick<Drained, "open" | "verified">, now: Date): void
    /** Writes a decision into the ledger, or counts it with those of its fold. */
    record(decision: Decision): void
    /** Issues the challenge of a message that may leave, in the statement that says so. */
    issue(issue: Issue): Issued
    /** A recipient's messages that are not verified yet. */
    unverified(recipient: string): readonly VerifiedDecision[]
    verify(decision: VerifiedDecision, at: Date): void
    /** When a phone last counted as verified. */
    credit(phone: string): Date | undefined
    putCredit(phone: string, at: Date): void
  }

/** The firewall's counts, shared by all machines. */
export type Books = {
  /**
   * Lets `work` look at these rows and write in them: all of it is kept, or nothing. `work` is a plain function, and may be
   * called again on newer rows, where another machine wrote first. What is asked for at the same time is read and written
   * together, one after the other. What is done for a caller tells whether they still wait: it is refused where too much waits
   * already, and dropped where its turn comes too late. Both throw, and nothing is written.
   */
  within<T>(names: Names, now: Date, work: (books: OpenBooks) => T, isWaiting?: () => boolean): Promise<T>
}
