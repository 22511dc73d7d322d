import type { FirewallRule } from "@/lib/abuse/attempt"
import { refuseScope } from "@/lib/abuse/rules/refuse-scope"

/**
 * Bots are given numbers in rows. Among 1,000 adjacent numbers, and in one prefix, only so many may stand unverified; each
 * that is verified makes room for another, so that a family or a town that signs in is not held up.
 */
export const neighbourhood: FirewallRule = {
  name: "neighbourhood",
  judge: (about) => (about.candidate.isRepeat ? undefined : refuseScope(about, ["block", "prefix"])),
}
