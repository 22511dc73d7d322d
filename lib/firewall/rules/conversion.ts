import { listedFor } from "@/lib/firewall/operator-list"
import type { Rule } from "@/lib/firewall/rule"
import { isCleanNetwork, isCleanNumber } from "@/lib/firewall/rules/clean"
import { isDoubted } from "@/lib/firewall/rules/doubted"
import { isHome } from "@/lib/firewall/rules/home"
import { refuseScope } from "@/lib/firewall/rules/refuse-scope"
import { passesSteadily } from "@/lib/firewall/rules/steady"
import { isVouched } from "@/lib/firewall/rules/vouched"

/**
 * People verify; bots do not. Where too many messages stand unverified, against what is normal there, a breaker trips: it
 * cools, probes with a few messages, and closes once those are verified. In a home country, and for a client that people
 * use, it does not shut everybody out: a newcomer with a good captcha token and clean surroundings passes, and one without at
 * a steady rate. Look-ups are owed for in the same way.
 * What an operator allowed is not asked.
 */
export const conversion: Rule = {
  name: "conversion",
  of: "firewall",
  judge(about) {
    if (listedFor(about.message, about.books.listed)?.effect === "allow") return undefined
    const isClean = isCleanNetwork(about) || isCleanNumber(about)
    const passes = about.message.lane === "trusted" && isClean && !isDoubted(about)
    const home = isHome(about)
    const steadily = passesSteadily(about)
    return refuseScope(
      about,
      [
        ...(["network", "wide-network", "client", "country"] as const),
        ...(["lookups-network", "lookups-place", "lookups-country"] as const),
      ],
      (name) =>
        (name === "client" && (passes || steadily)) ||
        (name === "country" && ((passes && home) || steadily)) ||
        ((name === "network" || name === "wide-network") && isVouched(about, name)),
    )
  },
}
