import type { FirewallRule } from "@/lib/firewall/attempt"
import { listedFor } from "@/lib/firewall/operator-list"

/** What an operator blocked gets nothing, known or not. A decoy with a number is told so too. */
export const operatorList: FirewallRule = {
  name: "operator-list",
  judge({ candidate, listed }) {
    const entry = listedFor(candidate, listed)
    if (entry?.effect !== "block") return undefined
    return {
      verdict: "refuse",
      refusal: { kind: "registration-blocked", because: "country" },
      why: { blocked: `${entry.kind} ${entry.value}` },
    }
  },
}
