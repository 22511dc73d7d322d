import { allowance, type Exposure, judge } from "@/lib/firewall/books/exposure"
import type { Scope, ScopeName } from "@/lib/firewall/books/scope"
import { standingOf } from "@/lib/firewall/books/scopes"
import type { Case, No } from "@/lib/firewall/rule"
import { isDoubted } from "@/lib/firewall/rules/doubted"
import { after } from "@/lib/time"

/** The no of the first of these scopes in which nothing more of newcomers may stand open. */
export function refuseScope(about: Case, names: readonly ScopeName[], unless?: (name: ScopeName) => boolean) {
  if (!about.message.asNewcomer) return undefined
  for (const scope of about.scopes) {
    if (!names.includes(scope.name)) continue
    const no = refusalOf(scope, about)
    if (no && !unless?.(scope.name)) return no
  }
  return undefined
}

function refusalOf(scope: Scope, about: Case): No | undefined {
  const { name, policy, weight } = scope
  const { books, now } = about
  const exposure = standingOf(scope, books, now)
  const judgement = judge(exposure, policy, weight, now)
  const isInDoubt = judgement.pass && isDoubted(about) && isTooMuchInDoubt(judgement, exposure, scope, about)
  if (judgement.pass && !isInDoubt && !(judgement.probing && hasProbed(name, about))) return undefined
  // Where others would pass nothing trips: a bot that asks for bad numbers must not shut out who asks for good ones.
  const { retryAt, trips } = judgement.pass ? { retryAt: after(now, policy.cool), trips: false } : judgement
  const quota = { name, points: Math.max(1, Math.floor(policy.free)), window: policy.halfLife }
  return {
    verdict: "refuse",
    refusal: { kind: "limited", retryAt, quota },
    why: {
      scope: name,
      unverified: round(exposure.open),
      verified: round(exposure.verified),
      allowed: round(allowance(exposure, policy)),
      breaker: trips ? "trips" : exposure.until ? "open" : "closed",
      ...(isInDoubt && { weighs: about.policy.opinions.weight }),
    },
    ...(trips && { trips: name }),
  }
}

/**
 * Whether a doubted number's message has no room here, as more than one: it is no probe either. To whom a text went already, and stands open,
 * another weighs what it always did: else their own first text would shut them out.
 */
const isTooMuchInDoubt = (
  { probing }: { probing: boolean },
  exposure: Exposure,
  { policy, weight }: Scope,
  about: Case,
): boolean =>
  !about.message.isRepeat &&
  (probing || !judge(exposure, policy, weight * Math.min(about.policy.opinions.weight, policy.free), about.now).pass)

/** A network, and those around it, probe anew only once what they got was verified, so that no caller uses the probes up. */
function hasProbed(name: ScopeName, { scopes, books, now }: Case): boolean {
  const isNetwork = (name: ScopeName) => name === "network" || name === "wide-network"
  return !isNetwork(name) && scopes.some((scope) => isNetwork(scope.name) && standingOf(scope, books, now).open >= 1)
}

const round = (number: number) => Math.round(number * 10) / 10
