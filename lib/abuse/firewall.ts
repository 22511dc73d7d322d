import type { Books } from "@/lib/abuse/books"
import type { PhoneCredits } from "@/lib/abuse/credits"
import type { FirewallPolicy } from "@/lib/abuse/firewall-policy"
import type { Ledger } from "@/lib/abuse/ledger"
import type { LineTypes } from "@/lib/abuse/line-types"
import type { OperatorLists } from "@/lib/abuse/operator-list"

/** What the SMS firewall works with. */
export type Firewall = {
  /** False: its rules decide and record, and refuse nothing. The contracts' own limits hold all the same. */
  enforce: boolean
  policy: FirewallPolicy
  books: Books
  ledger: Ledger
  lists: OperatorLists
  lineTypes: LineTypes
  credits: PhoneCredits
}
