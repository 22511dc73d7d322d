import type { VouchedFor } from "@/lib/firewall/books/scope"
import { standingOf } from "@/lib/firewall/books/scopes"
import type { Case } from "@/lib/firewall/rule"
import { isCleanNetwork, isCleanNumber } from "@/lib/firewall/rules/clean"
import { isDoubted } from "@/lib/firewall/rules/doubted"
import { isHome } from "@/lib/firewall/rules/home"

/**
 * Whether a newcomer passes a breaker that others tripped: at home, with a good token, where their network is clean though the
 * numbers beside theirs are not, or the other way round. So few texts shut out neither a town nor a carrier's addresses. What
 * passes so and is not verified is counted, for each breaker by itself.
 */
export function isVouched(about: Case, name: VouchedFor): boolean {
  const { message, scopes, books, now } = about
  if (message.lane !== "trusted" || !isHome(about) || isDoubted(about)) return false
  const isOfNumber = name === "block" || name === "prefix"
  if (!(isOfNumber ? isCleanNetwork(about) : isCleanNumber(about))) return false
  const vouched = scopes.find((scope) => scope.name === `vouched-${name}`)
  if (!vouched) return false
  const { open, verified } = standingOf(vouched, books, now)
  return open + 1 <= vouched.policy.free + vouched.policy.perVerified * verified
}
