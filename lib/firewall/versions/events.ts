import type { BudgetPolicy, Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceOf } from "@/lib/firewall/price"
import type { InForce } from "@/lib/firewall/versions/base"
import type { Announced } from "@/lib/firewall/versions/document"

/** Whether an event is on. It begins and ends by the clock. */
export const isOn = ({ from, until }: Pick<Announced, "from" | "until">, now: Date): boolean =>
  from <= now && now < until

/** Of a hundred guests, how many texts are reckoned with: every second person asks for another. */
const textsPerPerson = 1.5
/** The part of them who have asked, and not typed their PIN yet, at the same moment. */
const atOnce = 0.2

/** What an event raises, each by how much. */
export type Raise = { budgets: readonly string[]; money: Micros; unverified: Micros }

/**
 * The money that an event needs: for texts, and of it what stands unverified at the same moment. A crowd may be from any home country, so the
 * dearest counts. A country is raised by its own price.
 */
export function raiseOf(event: Announced, { homeCountries, prices }: FirewallPolicy): Raise {
  const places = event.kind === "country" ? [event.country] : homeCountries
  const price = Math.max(0, ...places.map((country) => priceOf(country, prices)))
  const of = event.kind === "crowd" ? [`whitelabel:${event.whitelabelId}`] : []
  return {
    budgets: ["all", ...places.map((country) => `country:${country}`), ...of],
    money: Math.ceil(event.people * textsPerPerson) * price,
    unverified: Math.ceil(event.people * atOnce) * price,
  }
}

/**
 * The policy while an event is on: its budgets hold that much more, and what newcomers at home may leave unverified too. A country that
 * opens gets messages, and is judged as home is: the rules that hold elsewhere are for countries where nobody expects anybody.
 */
export function raised({ policy, countries }: InForce, event: Announced): InForce {
  const { budgets, money, unverified } = raiseOf(event, policy)
  const more = ({ hour, day }: BudgetPolicy) => ({ hour: hour + money, day: day + money })
  const kindOf = (name: string) => (name.startsWith("country:") ? policy.budgets.country : policy.budgets.whitelabel)
  const special = budgets
    .filter((name) => name !== "all")
    .map((name) => [name, more(policy.special?.[name] ?? kindOf(name))] as const)
  const { home, cheap } = policy.open
  const roomier = <Room extends typeof home>(room: Room) => {
    return { ...room, all: room.all + unverified, each: room.each + unverified }
  }
  const opens = event.kind === "country" ? [event.country] : []
  return {
    policy: {
      ...policy,
      homeCountries: [...new Set([...policy.homeCountries, ...opens])],
      budgets: { ...policy.budgets, all: more(policy.budgets.all) },
      special: { ...policy.special, ...Object.fromEntries(special) },
      open: { ...policy.open, home: roomier(home), cheap: roomier(cheap) },
    },
    countries: countries === "all" ? countries : new Set([...countries, ...opens]),
  }
}
