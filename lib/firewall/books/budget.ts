import type { BudgetName } from "@/lib/firewall/books/books"
import type { Message } from "@/lib/firewall/message"
import type { BudgetPolicy, Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { after, dayOf, days, hours } from "@/lib/time"

/** What a text costs, with what the sender takes for checking it. */
export const costOf = ({ price, riskCheck }: Pick<Message, "price" | "riskCheck">): Micros =>
  price + (riskCheck?.price ?? 0)

/** What a text costs us: a decoy's costs nothing. */
export const paidFor = (message: Message): Micros => (message.to === "decoy" ? 0 : costOf(message))

/** A budget that a message is paid from, and how much of it there is. */
export type Budget = BudgetName & { limit: Micros }

/** The budgets of a message that was asked for at this time: for all, its country and its whitelabel, by hour and day; by WhatsApp its own too. */
export function budgetsOf(
  { at, channel, country, whitelabelId }: Pick<Message, "at" | "channel" | "country" | "whitelabelId">,
  policy: LimitsPolicy,
): Budget[] {
  const names = [
    "all",
    ...(country ? [`country:${country}`] : []),
    `whitelabel:${whitelabelId}`,
    ...(channel === "whatsapp" ? ["whatsapp", `whatsapp:${country ?? ""}`] : []),
  ]
  return names.flatMap((name) => byHourAndDay(name, policy, at))
}

/** The budgets that a look-up is paid from on top, where one is bought: for all, and its country's. */
export function lookupBudgetsOf(
  { at, country, lookupPrice }: Pick<Message, "at" | "country" | "lookupPrice">,
  policy: LimitsPolicy,
): Budget[] {
  if (lookupPrice === 0) return []
  return [...byHourAndDay("lookups", policy, at), ...byHourAndDay(`lookups:${country}`, policy, at)]
}

/** What of the policy says how much there is in a budget. */
export type LimitsPolicy = Pick<FirewallPolicy, "budgets" | "special" | "whatsapp" | "lookup">

/** How much there is in a budget by its name without its time, such as `country:GB`; undefined for a name that no budget has. */
export function limitsOf(
  about: string,
  { budgets, special, whatsapp, lookup }: LimitsPolicy,
): BudgetPolicy | undefined {
  const [kind, each] = about.split(":")
  const own = special?.[about]
  if (own) return own
  switch (kind) {
    case "all":
      return budgets.all
    case "country":
      return budgets.country
    case "whitelabel":
      return budgets.whitelabel
    case "whatsapp":
      return whatsapp
    case "lookups":
      return each === undefined ? lookup.budgets.all : lookup.budgets.country
    default:
      return undefined
  }
}

function byHourAndDay(about: string, policy: LimitsPolicy, at: Date): Budget[] {
  const limits = limitsOf(about, policy)
  if (!limits) throw new Error(`no budget is called ${about}`)
  const day = at.toISOString().slice(0, 10)
  const hour = at.toISOString().slice(0, 13)
  return [
    { name: `${about}:${hour}`, endsAt: after(new Date(`${hour}:00:00Z`), hours(1)), limit: limits.hour },
    { name: `${about}:${day}`, endsAt: after(dayOf(at), days(1)), limit: limits.day },
  ]
}
