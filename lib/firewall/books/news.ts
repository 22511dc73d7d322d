import type { Mode } from "@/lib/firewall/books/mode"
import type { Decision, VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"

/** A breaker that tripped, or closed: `until` is null where it closed. `trippedAt` tells its trips apart. */
export type TurnedBreaker = { scope: string; trippedAt: Date | null; until: Date | null }

/** What a process did in the books, told once it is kept there: for figures and alerts. It decides nothing. */
export type BooksNews = {
  /** Alike refusals are one, with a count. */
  decisions: readonly (Pick<Decision, "realm" | "country" | "refusedBy" | "outcome"> & { count: number })[]
  verified: readonly Pick<VerifiedDecision, "realm" | "country">[]
  /** Modes that began. */
  modes: readonly (Mode & { evidence: object })[]
  breakers: readonly TurnedBreaker[]
  /** The budgets that were spent from, and at least how much of each is spent. */
  budgets: readonly { name: string; spent: Micros }[]
}

/** Nothing happened. */
export const noNews: BooksNews = { decisions: [], verified: [], modes: [], breakers: [], budgets: [] }
