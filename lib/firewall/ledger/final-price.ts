import { budgetsOf } from "@/lib/firewall/books/budget"
import type { Firewall } from "@/lib/firewall/firewall"
import type { Micros } from "@/lib/firewall/money"
import type { Now } from "@/lib/time"

/** What settling a price needs. */
export type PriceNeeds = { firewall: Pick<Firewall, "books" | "ledger" | "policy">; now: Now }

/**
 * A message's final price is known: the ledger keeps it, and the budgets that it was reserved from are put right, once,
 * however often this is told. If the budgets cannot be reached just then, what was reserved stays spent.
 */
export async function settlePrice(
  decisionId: string,
  finalPrice: Micros,
  { firewall, now }: PriceNeeds,
): Promise<void> {
  const decision = await firewall.ledger.settle(decisionId, finalPrice, now())
  // What the firewall would have refused was never charged.
  if (!decision || decision.refusedBy !== null) return
  const { at, channel, country, whitelabelId } = decision
  const charged = { at, channel, country: country ?? undefined, whitelabelId: whitelabelId ?? 0 }
  const budgets = budgetsOf(charged, firewall.policy)
  // What a look-up cost was reserved on top of the text's price, and stays spent.
  const difference = finalPrice - decision.price
  await firewall.books.within({ budgets }, now(), (books) => {
    for (const budget of budgets) books.spend(budget, difference)
  })
}
