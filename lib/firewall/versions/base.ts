import type { FirewallPolicy } from "@/lib/firewall/policy"

/** The thresholds, and the countries whose numbers get messages. */
export type InForce = { policy: FirewallPolicy; countries: ReadonlySet<string> | "all" }

/** What holds where no operator has changed anything, and the sum in US dollars that no day of any version may pass. */
export type PolicyBase = InForce & { ceiling: number }
