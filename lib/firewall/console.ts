import type { Mode } from "@/lib/firewall/books/mode"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"
import type { Past } from "@/lib/firewall/replay/replay"
import type { Steering } from "@/lib/firewall/steering"
import type { Traffic } from "@/lib/firewall/traffic"

/** The events of sign-ins that take the place of one by text. */
export const textlessKinds = ["signed-in-with-passkey", "signed-in-on-trusted-device"] as const

/** Sign-ins of one such kind, of people whose phones are from one country. */
export type Textless = { by: (typeof textlessKinds)[number]; country: string; signIns: number }

/** What one rule refused. */
export type RuleTraffic = {
  rule: string
  refused: number
  /** What it would have refused while the firewall only observed, and what that cost. */
  passed: number
  passedPrice: Micros
  /** The price of what it refused. */
  price: Micros
  /** The same without what was merely late: a message for the same recipient left within the hour after. */
  saved: Micros
}

/** A mode that began, with what it began on. */
export type ModeRecord = Mode & { number: number; evidence: Readonly<Record<string, unknown>> }

/** What became of messages, as an operator asks for it. */
export const outcomeFilters = ["sent", "verified", "refused", "not-sent", "decoy"] as const
export type OutcomeFilter = (typeof outcomeFilters)[number]

/** A place in the ledger between two decisions. */
export type Cursor = { at: Date; id: string }

/** A decision as an operator sees it. */
export type LedgerEntry = Omit<Decision, "phone" | "recipient" | "block" | "network" | "messageId" | "fold"> & {
  /** How many requests were refused alike within its minute. */
  count: number
}

/** Which decisions: the newest ones first, those older than the cursor, and none before `since`. */
export type LedgerQuery = {
  outcome?: OutcomeFilter | undefined
  before?: Cursor | undefined
  since?: Date | undefined
  most: number
}

/** What the operator's console reads of the ledger. It changes nothing. */
export type Console = Steering & {
  /** Only hours, and days in UTC, in which anything was asked for, the oldest first. */
  byHour(since: Date): Promise<(Traffic & { at: Date })[]>
  byDay(since: Date): Promise<(Traffic & { at: Date })[]>
  /** The dearest first. What did not get past the door has no country. */
  byCountry(since: Date): Promise<(Traffic & { country: string })[]>
  byRule(since: Date): Promise<RuleTraffic[]>
  /** Sign-ins that cost no text, by what took its place and by the country of the phone that would have got one. */
  withoutText(since: Date): Promise<Textless[]>
  /** What is spent or reserved of each of these budgets. */
  spentOf(budgets: readonly string[]): Promise<ReadonlyMap<string, Micros>>
  /** The newest changes of the attack mode; the first is in force. */
  modes(most: number): Promise<ModeRecord[]>
  decisions(query: LedgerQuery): Promise<LedgerEntry[]>
  /** The decisions since then, oldest first, as a replay needs them: of more than `most` the newest. */
  past(since: Date, most?: number): AsyncIterable<Past>
}
