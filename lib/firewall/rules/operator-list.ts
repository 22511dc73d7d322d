import { listedFor } from "@/lib/firewall/operator-list"
import type { Rule } from "@/lib/firewall/rule"

/** What an operator blocked gets nothing, known or not. A decoy with a number is told so too. */
export const operatorList: Rule = {
  name: "operator-list",
  of: "firewall",
  judge({ message, books: { listed } }) {
    const entry = listedFor(message, listed)
    if (entry?.effect !== "block") return undefined
    return {
      verdict: "refuse",
      refusal: { kind: "registration-blocked", because: "country" },
      why: { blocked: `${entry.kind} ${entry.value}` },
    }
  },
}
