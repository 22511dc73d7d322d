import type { FirewallRule } from "@/lib/abuse/attempt"
import { budgetsOf } from "@/lib/abuse/candidate"
import { toDollars } from "@/lib/abuse/money"

/**
 * No message without money for it in every budget: its price is reserved before it leaves. Newcomers leave a share to
 * people who are known, who so can sign in while an attack eats the rest.
 */
export const moneyBudget: FirewallRule = {
  name: "money-budget",
  judge({ candidate, books, policy }) {
    const share = candidate.to === "newcomer" ? 1 - policy.knownShare : 1
    const price = candidate.price + candidate.lookupPrice
    for (const { name, limit, endsAt } of budgetsOf(candidate, policy)) {
      const room = Math.floor(limit * share)
      const spent = books.spent(name)
      if (spent + price > room)
        return {
          verdict: "refuse",
          refusal: { kind: "sms-unavailable", retryAt: endsAt },
          why: { budget: name, spent: toDollars(spent), room: toDollars(room), price: toDollars(price) },
        }
    }
    return undefined
  },
}
