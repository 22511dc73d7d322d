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
  { budgets, whatsapp, special = {} }: FirewallPolicy,
): Budget[] {
  const of = (name: string, usual: BudgetPolicy) => byHourAndDay(name, special[name] ?? usual, at)
  return [
    ...of("all", budgets.all),
    ...(country ? of(`country:${country}`, budgets.country) : []),
    ...of(`whitelabel:${whitelabelId}`, budgets.whitelabel),
    ...(channel === "whatsapp" ? [...of("whatsapp", whatsapp), ...of(`whatsapp:${country ?? ""}`, whatsapp)] : []),
  ]
}

/** The budgets that a look-up is paid from on top, where one is bought: for all, and its country's. */
export function lookupBudgetsOf(
  { at, country, lookupPrice }: Pick<Message, "at" | "country" | "lookupPrice">,
  { lookup }: FirewallPolicy,
): Budget[] {
  if (lookupPrice === 0) return []
  const { all, country: each } = lookup.budgets
  return [...byHourAndDay("lookups", all, at), ...byHourAndDay(`lookups:${country}`, each, at)]
}

function byHourAndDay(about: string, limits: BudgetPolicy, at: Date): Budget[] {
  const day = at.toISOString().slice(0, 10)
  const hour = at.toISOString().slice(0, 13)
  return [
    { name: `${about}:${hour}`, endsAt: after(new Date(`${hour}:00:00Z`), hours(1)), limit: limits.hour },
    { name: `${about}:${day}`, endsAt: after(dayOf(at), days(1)), limit: limits.day },
  ]
}
