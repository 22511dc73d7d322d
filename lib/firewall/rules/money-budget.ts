import type { Case, FirewallRule, No } from "@/lib/firewall/attempt"
import { type Budget, budgetsOf, lookupBudgetsOf } from "@/lib/firewall/candidate"
import { type Micros, toDollars } from "@/lib/firewall/money"

/**
 * No message without money for it in every budget: its price is reserved before it leaves. Newcomers leave a share to
 * people who are known, who so can sign in while an attack eats the rest.
 */
export const moneyBudget: FirewallRule = {
  name: "money-budget",
  judge({ candidate, books, policy }) {
    const share = candidate.asNewcomer ? 1 - policy.knownShare : 1
    const price = candidate.price + candidate.lookupPrice
    const bills = [
      ...budgetsOf(candidate, policy).map((budget) => ({ budget, room: Math.floor(budget.limit * share), price })),
      // Known people are not looked up: nothing of this is kept for them.
      ...lookupBudgetsOf(candidate, policy).map((budget) => {
        return { budget, room: budget.limit, price: candidate.lookupPrice }
      }),
    ]
    const empty = bills.find(({ budget, room, price }) => books.spent(budget.name) + price > room)
    return empty && noMoney(empty, books)
  },
}

const noMoney = (
  { budget, room, price }: { budget: Budget; room: Micros; price: Micros },
  books: Case["books"],
): No => ({
  verdict: "refuse",
  refusal: { kind: "sms-unavailable", retryAt: budget.endsAt },
  why: {
    budget: budget.name,
    spent: toDollars(books.spent(budget.name)),
    room: toDollars(room),
    price: toDollars(price),
  },
})
