import { everyone, strictLane } from "@/lib/firewall/books/mode"
import type { BooksNews, TurnedBreaker } from "@/lib/firewall/books/news"
import { type BudgetPolicy, toDollars } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/** What operators are told, once for each `key`. `why` is where the console shows the reason. */
export type Alert = {
  key: string
  type: "budget" | "breaker" | "mode" | "sender" | "cost" | "receipts"
  data: Readonly<Record<string, string | number>>
  why: string
}

/** The parts of a budget of which operators are told, in per cent. */
const shares = [50, 80, 100] as const

/** Scopes that there are few of: each of their breakers is told. Of networks and numbers one is told for each kind and hour. */
const few: ReadonlySet<string> = new Set(["country", "client", strictLane, everyone, "lookups-country"])

/** The alerts that are due by what was just kept in the books. */
export function alertsIn(news: BooksNews, { budgets }: Pick<FirewallPolicy, "budgets">, now: Date): Alert[] {
  return [
    ...news.budgets.flatMap((budget) => ofBudget(budget, budgets)),
    ...news.breakers.map((breaker) => ofBreaker(breaker, now)),
    ...news.modes.map(
      ({ level, since, pinned, evidence }): Alert => ({
        key: `mode:${since.toISOString()}:${level}`,
        type: "mode",
        data: { ...(evidence as Alert["data"]), level, pinned: pinned ? "yes" : "no", since: since.toISOString() },
        why: "/admin#mode",
      }),
    ),
  ]
}

function ofBudget({ name, spent }: BooksNews["budgets"][number], budgets: FirewallPolicy["budgets"]): Alert[] {
  const about = name.slice(0, name.lastIndexOf(":"))
  const window = name.slice(about.length + 1).includes("T") ? "hour" : "day"
  const limit = limitsOf(about, budgets)?.[window]
  if (limit === undefined) return []
  return shares
    .filter((share) => spent * 100 >= limit * share)
    .map((percent) => ({
      key: `budget:${name}:${percent}`,
      type: "budget",
      data: { budget: about, window, percent, spentDollars: toDollars(spent), limitDollars: toDollars(limit) },
      why: window === "hour" ? "/admin#spend" : "/admin#days",
    }))
}

/** What may be spent of a budget by its name, such as `country:GB`; undefined for those of look-ups and of single people. */
export function limitsOf(
  about: string,
  { all, country, whitelabel }: FirewallPolicy["budgets"],
): BudgetPolicy | undefined {
  if (about === "all") return all
  if (about.startsWith("country:")) return country
  return about.startsWith("whitelabel:") ? whitelabel : undefined
}

function ofBreaker({ scope, trippedAt, until }: TurnedBreaker, now: Date): Alert {
  const kind = scope.split(":")[0] ?? scope
  const change = until ? "tripped" : "closed"
  const isTold = few.has(kind)
  const which = isTold ? `${scope}:${trippedAt?.toISOString()}` : `${kind}:${now.toISOString().slice(0, 13)}`
  return {
    key: `breaker:${change}:${which}`,
    type: "breaker",
    data: { scope: isTold ? scope : kind, change, ...(until && { until: until.toISOString() }) },
    why: "/admin#saved",
  }
}
