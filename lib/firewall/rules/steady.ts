import { standingOf } from "@/lib/firewall/books/scopes"
import type { Case } from "@/lib/firewall/rule"

/**
 * Whether a newcomer may pass a breaker that is open at home. Two probes for a whole country are eaten by the first who ask;
 * this is a rate for each realm and country, and a network, or the networks around it, that owes us anything to speak of has
 * no part in it. So one caller cannot use it up, and whatever many use up of it costs no more than that rate.
 */
export function passesSteadily({ scopes, books, policy, now }: Case): boolean {
  const { rate, network, wideNetwork } = policy.steady
  const most = new Map([
    ["network", network],
    ["wide-network", wideNetwork],
  ])
  const steady = scopes.find(({ name }) => name === "steady")
  if (!steady) return false
  if (standingOf({ key: steady.key, policy: rate }, books, now).open + 1 > rate.free) return false
  return scopes.every((scope) => {
    const room = most.get(scope.name)
    if (room === undefined) return true
    const { open, verified } = standingOf(scope, books, now)
    return open + 1 <= room + verified
  })
}
