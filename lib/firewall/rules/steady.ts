import { standingOf } from "@/lib/firewall/books/scopes"
import type { Case } from "@/lib/firewall/rule"
import { isDoubted } from "@/lib/firewall/rules/doubted"

/**
 * Whether a newcomer may pass a breaker that is open at home. Two probes for a whole country are eaten by the first who ask;
 * this is a rate for each realm and country, and a network, or the networks around it, that owes us anything to speak of has
 * no part in it, nor has a number that is doubted. So one caller cannot use it up, and whatever many use up of it costs no more than that rate.
 */
export function passesSteadily(about: Case): boolean {
  const { scopes, books, policy, now } = about
  const { rate, network, wideNetwork } = policy.steady
  const most = new Map([
    ["network", network],
    ["wide-network", wideNetwork],
  ])
  const steady = scopes.find(({ name }) => name === "steady")
  if (!steady || isDoubted(about)) return false
  if (standingOf({ key: steady.key, policy: rate }, books, now).open + 1 > rate.free) return false
  return scopes.every((scope) => {
    const room = most.get(scope.name)
    if (room === undefined) return true
    const { open, verified } = standingOf(scope, books, now)
    return open + 1 <= room + verified
  })
}
