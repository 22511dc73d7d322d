import type { CapSpent, Wait } from "@/lib/firewall/books/books"
import type { Drained } from "@/lib/firewall/books/drained"
import type { Exposure } from "@/lib/firewall/books/exposure"
import type { Decision } from "@/lib/firewall/ledger/ledger"

/** Every row of books that are kept in memory. */
export type Page = ReturnType<typeof pages>

/** Empty ones. `since` is from when on messages are looked at that nobody verified. */
export const pages = () => ({
  exposures: new Map<string, Exposure>(),
  budgets: new Map<string, number>(),
  waits: new Map<string, Wait>(),
  caps: new Map<string, CapSpent>(),
  drains: new Map<string, Drained>(),
  credits: new Map<string, Date>(),
  decisions: new Map<string, Decision>(),
  toPhone: new Map<string, Decision[]>(),
  toRecipient: new Map<string, Decision[]>(),
  since: new Date(0),
})
