import { judge } from "@/lib/firewall/books/exposure"
import { type ScopeName, type VouchedFor, vouchedFor } from "@/lib/firewall/books/scope"
import { standingOf } from "@/lib/firewall/books/scopes"
import type { Case, Rule } from "@/lib/firewall/rule"

/** The scopes that a message which passed leaned on: the steady rate at home, and what it was vouched for. */
export function leansOf(about: Case, rules: readonly Rule[]): ScopeName[] {
  if (!about.message.asNewcomer) return []
  const { scopes, books, now } = about
  const isShut = (name: VouchedFor) =>
    scopes.some(
      (scope) =>
        scope.name === name &&
        scope.weight > 0 &&
        !judge(standingOf(scope, books, now), scope.policy, scope.weight, now).pass,
    )
  const vouched = vouchedFor.filter(isShut).map((name) => `vouched-${name}` as const)
  return leansOnSteadyRate(about, rules) ? [...vouched, "steady"] : vouched
}

/** Whether it would have been refused, were there no steady rate at home. */
function leansOnSteadyRate(about: Case, rules: readonly Rule[]): boolean {
  const { steady } = about.policy
  const policy = { ...about.policy, steady: { ...steady, rate: { ...steady.rate, free: 0 } } }
  return rules.some((rule) => rule.judge({ ...about, policy }) !== undefined)
}
