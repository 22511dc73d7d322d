import { asOf, unknownScope } from "@/lib/firewall/books/exposure"
import type { Case } from "@/lib/firewall/rule"

/**
 * Whether a newcomer may pass a breaker that is open at home. Two probes for a whole country are eaten by whoever asks first;
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
  const owes = (key: string, rules: typeof rate) => asOf(books.exposure(key) ?? unknownScope(now), rules, now)
  if (owes(steady.key, rate).open + 1 > rate.free) return false
  return scopes.every(({ name, key, policy: rules }) => {
    const room = most.get(name)
    if (room === undefined) return true
    const { open, verified } = owes(key, rules)
    return open + 1 <= room + verified
  })
}
