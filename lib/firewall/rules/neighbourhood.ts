import type { FirewallRule } from "@/lib/firewall/attempt"
import { listedFor } from "@/lib/firewall/operator-list"
import { refuseScope } from "@/lib/firewall/rules/refuse-scope"

/**
 * Bots are given numbers in rows. Among 1,000 adjacent numbers, and in one prefix, only so many may stand unverified; each
 * that is verified makes room for another, so that a family or a town that signs in is not held up. What an operator allowed
 * is not asked.
 */
export const neighbourhood: FirewallRule = {
  name: "neighbourhood",
  judge: (about) => {
    const { candidate, listed } = about
    if (candidate.isRepeat || listedFor(candidate, listed)?.effect === "allow") return undefined
    return refuseScope(about, ["block", "prefix"])
  },
}
