import type { Page } from "@/lib/firewall/books/books"
import { type Budget, budgetsOf, costOf, lookupBudgetsOf, paidFor } from "@/lib/firewall/books/budget"
import type { Message } from "@/lib/firewall/message"
import { type Micros, toDollars } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import type { No, Rule } from "@/lib/firewall/rule"

/**
 * No message without money for it in every budget: its price is reserved before it leaves. Newcomers leave a share to
 * people who are known, who so can sign in while an attack eats the rest.
 */
export const moneyBudget: Rule = {
  name: "money-budget",
  of: "firewall",
  judge({ message, books, policy }) {
    const empty = billsOf(message, policy).find(({ budget, room, price }) => books.spent(budget.name) + price > room)
    return empty && noMoney(empty, books)
  },
  take({ message, policy }, books) {
    // A decoy's row is written too, with nothing more spent, so that it takes as long.
    for (const { budget, room, paid } of billsOf(message, policy)) books.spend(budget, paid, room)
  },
  // What a look-up cost stays spent.
  giveBack({ message, policy }, books) {
    for (const budget of budgetsOf(message, policy)) books.spend(budget, -paidFor(message))
  },
}

type Bill = { budget: Budget; room: Micros; price: Micros; paid: Micros }

/** What a message costs in each of its budgets, and how much of these there is for it. */
function billsOf(message: Message, policy: FirewallPolicy): Bill[] {
  const share = message.asNewcomer ? 1 - policy.knownShare : 1
  const price = costOf(message) + message.lookupPrice
  const paid = paidFor(message) + message.lookupPrice
  return [
    ...budgetsOf(message, policy).map((budget) => ({ budget, room: Math.floor(budget.limit * share), price, paid })),
    // Known people are not looked up: nothing of this is kept for them.
    ...lookupBudgetsOf(message, policy).map((budget) => {
      const { lookupPrice } = message
      return { budget, room: budget.limit, price: lookupPrice, paid: lookupPrice }
    }),
  ]
}

const noMoney = ({ budget, room, price }: Bill, books: Page): No => ({
  verdict: "refuse",
  refusal: { kind: "sms-unavailable", retryAt: budget.endsAt },
  why: {
    budget: budget.name,
    spent: toDollars(books.spent(budget.name)),
    room: toDollars(room),
    price: toDollars(price),
  },
})
