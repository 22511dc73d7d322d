import type { Ledger, ToldDecision } from "@/lib/firewall/ledger/ledger"

/**
 * What the person who asked for a text hears of it: it left us; it reached the phone; the network could not deliver it; the number takes
 * none.
 */
export type TextNews = "left" | "delivered" | "undelivered" | "not-taken"

/**
 * What became of a text. A decoy's is said to have left like any other. That it reached the phone is told only to a caller who named the number, or asked
 * on a device of the owner's: else a stranger with no more than an email could watch when a phone is on.
 */
export async function textNewsOf(id: string, ledger: Pick<Ledger, "fateOf">): Promise<TextNews | undefined> {
  const told = await ledger.fateOf(id)
  return told && newsIn(told)
}

function newsIn({ outcome, to, whose }: ToldDecision): TextNews | undefined {
  if (outcome === "refused") return undefined
  if (outcome === "undelivered") return "undelivered"
  if (outcome === "not-sent") return "not-taken"
  const mayKnow = to === "newcomer" || whose === "home"
  return outcome === "delivered" && mayKnow ? "delivered" : "left"
}
