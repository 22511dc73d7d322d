import { asOf } from "@/lib/firewall/books/exposure"
import type { ScopeName } from "@/lib/firewall/books/scope"
import type { Case } from "@/lib/firewall/rule"

/**
 * Whether a newcomer's surroundings owe us nothing to speak of: their network, its neighbours and the numbers beside theirs
 * have hardly more unverified messages than verified ones.
 */
export function isClean({ scopes, books, policy, now }: Case): boolean {
  const most: Partial<Record<ScopeName, number>> = {
    network: policy.clean.network,
    "wide-network": policy.clean.wideNetwork,
    prefix: policy.clean.prefix,
  }
  return scopes.every(({ name, key, policy: rules }) => {
    const free = most[name]
    const exposure = free === undefined ? undefined : books.exposure(key)
    if (free === undefined || !exposure) return true
    const { open, verified } = asOf(exposure, rules, now)
    return open < free + verified
  })
}
