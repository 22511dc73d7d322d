import type { FirewallRule } from "@/lib/abuse/attempt"
import { isClean } from "@/lib/abuse/clean"
import { isHome } from "@/lib/abuse/home"
import { listedFor } from "@/lib/abuse/operator-list"
import { refuseScope } from "@/lib/abuse/rules/refuse-scope"
import { passesSteadily } from "@/lib/abuse/steady"

/**
 * People verify; bots do not. Where too many messages stand unverified, against what is normal there, a breaker trips: it
 * cools, probes with a few messages, and closes once those are verified. In a home country, and for a client that people
 * use, it does not shut everybody out: a newcomer with a good captcha token and clean surroundings passes, and one without at
 * a steady rate. Look-ups are owed for in the same way.
 * What an operator allowed is not asked.
 */
export const conversion: FirewallRule = {
  name: "conversion",
  judge(about) {
    if (listedFor(about.candidate, about.listed)?.effect === "allow") return undefined
    const passes = about.candidate.lane === "trusted" && isClean(about)
    const home = isHome(about)
    const steadily = passesSteadily(about)
    return refuseScope(
      about,
      [
        ...(["network", "wide-network", "client", "country", "strangers"] as const),
        ...(["lookups-network", "lookups-place", "lookups-country"] as const),
      ],
      (name) =>
        (name === "client" && (passes || steadily)) ||
        (name === "country" && ((passes && home) || steadily)) ||
        (name === "strangers" && home),
    )
  },
}
