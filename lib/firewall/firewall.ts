import type { Books } from "@/lib/firewall/books/books"
import type { Ledger } from "@/lib/firewall/ledger/ledger"
import type { LineTypes } from "@/lib/firewall/line-types"
import type { OperatorLists } from "@/lib/firewall/operator-list"
import type { Opinions } from "@/lib/firewall/opinions/opinion"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/** What the SMS firewall works with. */
export type Firewall = {
  /** False: its rules decide and record, and refuse nothing. The contracts' own limits still hold. */
  enforce: boolean
  /** The thresholds in force at this moment: whoever judges a message reads them once. */
  readonly policy: FirewallPolicy
  books: Books
  ledger: Ledger
  lists: OperatorLists
  lineTypes: LineTypes
  opinions: Opinions
}
