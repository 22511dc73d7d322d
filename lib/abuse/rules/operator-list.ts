import type { FirewallRule } from "@/lib/abuse/attempt"
import { listedFor } from "@/lib/abuse/operator-list"

/** What an operator blocked gets nothing, known or not. */
export const operatorList: FirewallRule = {
  name: "operator-list",
  judge({ candidate, listed }) {
    if (candidate.to === "decoy") return undefined
    const entry = listedFor(candidate, listed)
    if (entry?.effect !== "block") return undefined
    return {
      verdict: "refuse",
      refusal: { kind: "registration-blocked", because: "country" },
      why: { blocked: `${entry.kind} ${entry.value}` },
    }
  },
}
