import { type LimitsPolicy, limitsOf } from "@/lib/firewall/books/budget"
import { toDollars } from "@/lib/firewall/money"
import type { Gauges } from "@/lib/outside/metrics"
import type { Figures } from "@/lib/store/figures"

/** What is set into the gauges. A database that does not answer leaves out what it would have told. */
export function setGauges(
  { spent, left, breakers, mode, clock }: Gauges,
  found: Figures | undefined,
  policy: LimitsPolicy,
  clockDistance: number,
): void {
  for (const gauge of [spent, left, breakers]) gauge.reset()
  clock.set(clockDistance / 1000)
  if (found) mode.set(found.level)
  else mode.remove()
  if (!found) return
  for (const { scope, count } of found.breakers) breakers.set({ scope }, count)
  // Nothing is spent of what has no row yet.
  for (const window of ["hour", "day"] as const)
    left.set({ budget: "all", window }, toDollars(policy.budgets.all[window]))
  for (const { name, spent: sum } of found.budgets) {
    const budget = name.slice(0, name.lastIndexOf(":"))
    const limits = limitsOf(budget, policy)
    if (!limits) continue
    const window = name.length - budget.length - 1 > dayLength ? "hour" : "day"
    spent.set({ budget, window }, toDollars(sum))
    left.set({ budget, window }, toDollars(Math.max(0, limits[window] - sum)))
  }
}

/** The length of a day's name, such as 2026-03-01; an hour's is longer. */
const dayLength = 10
