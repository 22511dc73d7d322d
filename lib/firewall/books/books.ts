import type { Exposure } from "@/lib/firewall/books/exposure"
import type { Mode } from "@/lib/firewall/books/mode"
import type { Micros } from "@/lib/firewall/money"
import type { OperatorList } from "@/lib/firewall/operator-list"

/** What must be looked at and written in one piece, so that no burst slips between a look and a write. */
export type Names = { exposures: readonly string[]; budgets: readonly BudgetName[] }

/** One budget's row, and when it can be forgotten. */
export type BudgetName = { name: string; endsAt: Date }

/** The rows of these names, locked. What is put is kept when the work on them ends, and lost if it throws. */
export type OpenBooks = {
  exposure(name: string): Exposure | undefined
  putExposure(name: string, exposure: Exposure): void
  /** What is spent or reserved of a budget. */
  spent(name: string): Micros
  /** Adds to what is spent; takes away what is negative, never below nothing. */
  spend(name: string, amount: Micros): void
  mode: Mode
  /** Changes the mode, and notes the evidence for whoever asks why. */
  putMode(mode: Mode, evidence: Readonly<Record<string, number | string>>): void
}

/** What to look at, and the keyed hash of a phone of whom it is asked whether a message stands open since then. */
export type GlanceAt = Names & { phone: string | null; since: Date }

/** What can be seen of the books without locking them. */
export type Page = Pick<OpenBooks, "exposure" | "spent" | "mode">

/** What one look tells: the books, what operators listed, and whether a message to the phone stands open. */
export type Glance = Page & { listed: OperatorList; isOpen: boolean }

/** The firewall's counts, shared by all machines. */
export type Books = {
  /** Everything that the rules look at, as it is at this moment, without a lock: good for a no that changes nothing. */
  glance(about: GlanceAt, now: Date): Promise<Glance>
  /** Locks the rows, lets `work` look and write, and keeps what it wrote: all of it or nothing. */
  within<T>(names: Names, now: Date, work: (books: OpenBooks) => T): Promise<T>
}
