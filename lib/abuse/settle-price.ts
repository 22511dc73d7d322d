import type { Firewall } from "@/lib/abuse/firewall"
import type { FirewallPolicy } from "@/lib/abuse/firewall-policy"
import { correctPrice } from "@/lib/abuse/judge-in-books"
import type { SettledDecision } from "@/lib/abuse/ledger"
import type { Micros } from "@/lib/abuse/money"
import { priceOf } from "@/lib/abuse/price"
import type { Now } from "@/lib/time"

/**
 * A message's final price is known: the ledger keeps it, and the budgets that it was reserved from are put right, once,
 * however often this is told. If the budgets cannot be reached just then, what was reserved stays spent.
 */
export async function settlePrice(
  decisionId: string,
  price: Micros,
  { firewall, now }: { firewall: Firewall; now: Now },
): Promise<void> {
  const decision = await firewall.ledger.settle(decisionId, price)
  // What the firewall would have refused was never charged.
  if (!decision || decision.refusedBy !== null) return
  const { at, country, whitelabelId } = decision
  const charged = { at, country: country ?? undefined, whitelabelId: whitelabelId ?? 0 }
  await correctPrice(charged, price - reservedForText(decision, firewall.policy), firewall, now())
}

/** What a look-up cost was reserved with the message, and stays spent. */
function reservedForText({ reserved, country }: SettledDecision, { prices, lookup }: FirewallPolicy): Micros {
  const wasLookedUp = reserved - priceOf(country ?? "", prices) === lookup.price
  return wasLookedUp ? reserved - lookup.price : reserved
}
