import { type BudgetPolicy, dollars, type Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import type { InForce, PolicyBase } from "@/lib/firewall/versions/base"
import type { PolicyDocument } from "@/lib/firewall/versions/document"
import { isOn, raised } from "@/lib/firewall/versions/events"
import { settingOf, withValue } from "@/lib/firewall/versions/settings"

/** What holds at this moment by this document: the file's defaults, what operators changed, the events that are on, and the ceiling. */
export function inForceAt(document: PolicyDocument, base: PolicyBase, now: Date): InForce {
  const events = document.events.filter((event) => isOn(event, now))
  const { policy, countries } = events.reduce<InForce>(raised, changed(document, base))
  return { policy: below(dollars(base.ceiling), policy), countries }
}

function changed(document: PolicyDocument, base: PolicyBase): InForce {
  const { homeCountries = base.policy.homeCountries, whitelabels } = document
  const policy = Object.entries(document.settings).reduce((made, [key, value]) => {
    const setting = settingOf(key)
    return setting ? withValue(made, setting, value) : made
  }, base.policy)
  const special = Object.entries(whitelabels).map(([id, { hour, day }]) => {
    return [`whitelabel:${id}`, { hour: dollars(hour), day: dollars(day) }] as const
  })
  return {
    policy: {
      ...policy,
      homeCountries,
      ...(special.length > 0 && { special: { ...policy.special, ...Object.fromEntries(special) } }),
    },
    countries: document.countries ? new Set(document.countries) : base.countries,
  }
}

/** The policy with no budget above the day's ceiling. */
function below(ceiling: Micros, policy: FirewallPolicy): FirewallPolicy {
  const capped = ({ hour, day }: BudgetPolicy) => ({ hour: Math.min(hour, ceiling), day: Math.min(day, ceiling) })
  const { all, country, whitelabel } = policy.budgets
  const special = Object.entries(policy.special ?? {}).map(([name, budget]) => [name, capped(budget)])
  return {
    ...policy,
    budgets: { all: capped(all), country: capped(country), whitelabel: capped(whitelabel) },
    whatsapp: capped(policy.whatsapp),
    ...(policy.special && { special: Object.fromEntries(special) }),
  }
}
