import type { RuleTraffic } from "@/lib/firewall/console"
import type {
  FalseRefusal,
  FalseRefusals,
  PrefixTraffic,
  RefusedPeople,
  Taker,
  TakerKind,
} from "@/lib/firewall/steering"
import type { Traffic } from "@/lib/firewall/traffic"
import type { Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"
import { readQuery, type Span, spans } from "@/lib/web/console/query"

export type { FalseRefusal, FalseRefusals, PrefixTraffic, RefusedPeople, Taker, TakerKind }

/** The numbers that an operator steers by, over a span of time. */
export type NumbersView = {
  madeAt: Date
  span: Span
  countries: (Traffic & { country: string })[]
  prefixes: PrefixTraffic[]
  rules: RuleTraffic[]
  takers: Taker[]
  wronged: FalseRefusals
  enforces: boolean
  /** Countries and prefixes that are blocked. */
  blocked: ReadonlySet<string>
}

const mostPrefixes = 25
const mostOfKind = 8
const mostWronged = 25

/** What `/admin/numbers` shows. It identifies no one. */
export async function numbersViewOf(asked: Record<string, unknown>, { now, console: ledger, firewall }: Core) {
  const { span } = readQuery(asked)
  const madeAt = now()
  const range = { from: after(madeAt, -spans[span].length), to: madeAt }
  const [countries, prefixes, rules, takers, wronged, list] = await Promise.all([
    ledger.byCountry(range.from),
    ledger.byPrefix(range, mostPrefixes),
    ledger.byRule(range.from),
    ledger.takers(range, mostOfKind),
    ledger.falseRefusals(range, mostWronged),
    firewall.lists.read(),
  ])
  const blocked = new Set(list.filter(({ effect }) => effect === "block").map(({ value }) => value))
  return {
    madeAt,
    span,
    countries,
    prefixes,
    rules,
    takers,
    wronged,
    blocked,
    enforces: firewall.enforce,
  } satisfies NumbersView
}
