import { hidesAccounts } from "@/lib/account/realm"
import { paysTermination } from "@/lib/delivery/channel"
import type { OpenBooks } from "@/lib/firewall/books/books"
import { lookupBudgetsOf } from "@/lib/firewall/books/budget"
import { moveMode } from "@/lib/firewall/books/mode"
import { scopesOf } from "@/lib/firewall/books/scope"
import type { Decided, Judging } from "@/lib/firewall/decide"
import type { Message } from "@/lib/firewall/message"
import type { Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { ask } from "@/lib/firewall/rule"

/**
 * Whether an opinion of the number could ever pay: a newcomer's, in a country where a text costs more than asking does. Where a realm
 * hides its accounts none is asked for, as no line is looked up there.
 */
export const mayPay = ({ number, asNewcomer, realm, channel, price }: Message, { opinions }: FirewallPolicy): boolean =>
  number !== undefined &&
  asNewcomer &&
  !hidesAccounts[realm] &&
  paysTermination(channel) &&
  price * opinions.names > opinions.price

/** A message whose number is thought badly of, and the no to it. */
export type Doubted = Pick<Decided, "message"> & { no: NonNullable<Decided["no"]> }

/**
 * What a bad opinion would bring about, where asking for one pays: undefined where the rules would let the message pass all the
 * same, so that an opinion were good for nothing; where what it would save, by how much of what they look at stands unverified,
 * costs less than asking; and where there is no money for asking, which refuses nobody. Takes nothing.
 */
export function ifDoubted(
  message: Message,
  price: Micros,
  { rules, policy, countries }: Judging,
  books: OpenBooks,
): Doubted | undefined {
  const now = message.at
  const refusing = (about: Message) =>
    ask(rules, { message: about, scopes: scopesOf(about, policy), books, policy, countries, now }).no
  moveMode(books, policy, now)
  const doubted: Message = { ...message, opinion: { source: "twilio", score: 1 } }
  const no = refusing(doubted)
  if (!no || message.price * doubtOf(no) * policy.opinions.names <= price) return undefined
  const asking = { ...message, lookupPrice: message.lookupPrice + price }
  return leavesForLines(asking, policy, books) && !refusing(asking) ? { message: doubted, no } : undefined
}

/** Whether enough is left for lines: a dear number whose line cannot be bought gets no text, and without an opinion it gets one. */
const leavesForLines = (asking: Message, policy: FirewallPolicy, books: OpenBooks): boolean =>
  lookupBudgetsOf(asking, policy).every(
    ({ name, limit }) => books.spent(name) + asking.lookupPrice <= limit * policy.opinions.ofLookups,
  )

/** How much of what a rule looked at stands unverified. */
function doubtOf({ why: { unverified, verified = 0 } }: Doubted["no"]): number {
  const open = Number(unverified ?? 0)
  return open > 0 ? open / (open + Number(verified)) : 0
}
