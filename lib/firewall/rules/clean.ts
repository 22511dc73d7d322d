import { asOf } from "@/lib/firewall/books/exposure"
import type { ScopeName } from "@/lib/firewall/books/scope"
import { standingOf } from "@/lib/firewall/books/scopes"
import type { Case } from "@/lib/firewall/rule"
import { isDoubted } from "@/lib/firewall/rules/doubted"

type Sides = Partial<Record<ScopeName, number>>

/** Whether the asker's network, and those around it, owe us hardly anything. */
export const isCleanNetwork = (about: Case): boolean => {
  const { network, wideNetwork } = about.policy.clean
  return owesLess({ network, "wide-network": wideNetwork }, about)
}

/** Whether the numbers beside the asker's have hardly more unverified messages than verified ones, and nobody doubts it. */
export const isCleanNumber = (about: Case): boolean =>
  !isDoubted(about) && owesLess({ prefix: about.policy.clean.prefix }, about)

/** Both. */
export const isClean = (about: Case): boolean => isCleanNetwork(about) && isCleanNumber(about)

/**
 * Whether the asker brings a good token from a network that owes nothing at all, and the numbers beside theirs are clean. Work is no
 * token here: a bot does it for less than it pays for one. Where people verified before, what others around the network owe is not held
 * against it: else whoever asks from among a carrier's addresses would shut out all who are behind them.
 */
export const isSpotless = (about: Case): boolean =>
  about.message.captcha === "good" &&
  owesLess({ network: 1, ...(!isFamiliar(about) && { "wide-network": 1 }) }, about) &&
  isCleanNumber(about)

/** Whether people verified around the asker's network in the last weeks: two phones at least, so that a ring's own proxies are none. */
export const isFamiliar = ({ scopes, books, now }: Case): boolean =>
  scopes.some((scope) => scope.name === "familiar" && standingOf(scope, books, now).verified >= 1.5)

/** Whether people verify on the asker's network, so that it pays for itself. A number that is doubted pays for nothing. */
export function isProvenNetwork(about: Case): boolean {
  const { message, scopes, books, policy, now } = about
  const network = scopes.find(({ name }) => name === "network")
  const exposure = network && books.exposure(network.key)
  if (message.lane !== "trusted" || !exposure || isDoubted(about)) return false
  const { open, verified } = asOf(exposure, network.policy, now)
  const { proven } = policy
  return verified >= proven.verified && open + 1 <= proven.free + proven.perVerified * verified
}

function owesLess(most: Sides, { scopes, books, now }: Case): boolean {
  return scopes.every(({ name, key, policy }) => {
    const free = most[name]
    const exposure = free === undefined ? undefined : books.exposure(key)
    if (free === undefined || !exposure) return true
    const { open, verified } = asOf(exposure, policy, now)
    return open < free + verified
  })
}
