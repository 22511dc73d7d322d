import { listedFor } from "@/lib/firewall/operator-list"
import type { Rule } from "@/lib/firewall/rule"
import { refuseScope } from "@/lib/firewall/rules/refuse-scope"
import { isVouched } from "@/lib/firewall/rules/vouched"

/**
 * Bots are given numbers in rows. Among 1,000 adjacent numbers, and in one prefix, only so many may stand unverified; each
 * that is verified makes room for another, so that a family or a town that signs in is not held up. What an operator allowed
 * is not asked.
 */
export const neighbourhood: Rule = {
  name: "neighbourhood",
  of: "firewall",
  judge: (about) => {
    const { message, books } = about
    if (message.isRepeat || listedFor(message, books.listed)?.effect === "allow") return undefined
    return refuseScope(
      about,
      ["block", "prefix"],
      (name) => (name === "block" || name === "prefix") && isVouched(about, name),
    )
  },
}
