import type { Issue } from "@/lib/challenge/challenge"
import type { BudgetName, CapSpent, Issued, Wait, WaitName } from "@/lib/firewall/books/books"
import type { Drained } from "@/lib/firewall/books/drained"
import type { Exposure } from "@/lib/firewall/books/exposure"
import type { Mode } from "@/lib/firewall/books/mode"
import type { TurnedBreaker } from "@/lib/firewall/books/news"
import type { Decision, VerifiedDecision } from "@/lib/firewall/ledger/ledger"

/** A row as it is to be, and the number of its version: one more than the one that was read. */
type Versioned<Row> = Row & { version: number }

/** What some work changed, by the names of the rows. */
export type Changes = {
  exposures: Map<string, Versioned<Exposure & { scope: string }>>
  waits: Map<string, Versioned<WaitName & Wait>>
  caps: Map<string, Versioned<CapSpent & { key: string }>>
  drains: Map<string, Versioned<Drained & { key: string }>>
  /** What is added to draining budgets whatever they hold by now. */
  added: Map<string, Drained & { key: string; drains: number; halfLife: number }>
  /** What is added to budgets, if these are as they were seen, or have the room. */
  budgets: Map<string, BudgetName & { seen: number; amount: number; room: number }>
  credits: Map<string, { phone: string; at: Date; before: Date | null }>
  modes: (Mode & { evidence: object })[]
  decisions: (Decision & { count: number })[]
  /** Challenges that are issued with them, of each subject one, and where each is told what became of it. */
  issues: { issue: Issue; issued: Issued }[]
  verified: (Pick<VerifiedDecision, "id" | "realm" | "country"> & { at: Date; decidedAt: Date })[]
  /** The breakers that tripped, and those that closed. */
  breakers: TurnedBreaker[]
}

export const noChanges = (): Changes => ({
  exposures: new Map(),
  waits: new Map(),
  caps: new Map(),
  drains: new Map(),
  added: new Map(),
  budgets: new Map(),
  credits: new Map(),
  modes: [],
  decisions: [],
  issues: [],
  verified: [],
  breakers: [],
})
