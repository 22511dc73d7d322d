import type { ScopePolicy } from "@/lib/firewall/books/exposure"
import { type BudgetPolicy, dollars, type Micros } from "@/lib/firewall/money"
import { type Duration, days, hours } from "@/lib/time"

/** A look-up is owed like a text by one network, those around it and a country, and has money of its own. */
export type LookupPolicy = {
  price: Micros
  worthFrom: Micros
  remembered: Duration
  network: ScopePolicy
  place: ScopePolicy
  country: ScopePolicy
  budgets: { all: BudgetPolicy; country: BudgetPolicy }
}

const lookups = { perVerified: 2, halfLife: days(1), cool: hours(1), longestCool: hours(12), probes: 3, closeAfter: 2 }

/** The defaults. */
export const lookupPolicy: LookupPolicy = {
  price: dollars(0.008),
  worthFrom: dollars(0.02),
  remembered: days(30),
  network: { ...lookups, free: 60 },
  place: { ...lookups, free: 150 },
  country: { ...lookups, free: 150 },
  budgets: {
    all: { hour: dollars(4), day: dollars(20) },
    country: { hour: dollars(2), day: dollars(10) },
  },
}
