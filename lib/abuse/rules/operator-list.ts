import type { FirewallRule } from "@/lib/abuse/attempt"
import { listedAs } from "@/lib/abuse/operator-list"

/** What an operator blocked gets nothing, known or not. */
export const operatorList: FirewallRule = {
  name: "operator-list",
  judge({ candidate: { country, prefix, to }, listed }) {
    if (to === "decoy") return undefined
    const entry = listedAs(listed, country, prefix)
    if (entry?.effect !== "block") return undefined
    return {
      verdict: "refuse",
      refusal: { kind: "registration-blocked", because: "country" },
      why: { blocked: `${entry.kind} ${entry.value}` },
    }
  },
}
