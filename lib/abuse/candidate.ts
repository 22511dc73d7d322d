import type { BudgetName } from "@/lib/abuse/books"
import type { CaptchaVerdict } from "@/lib/abuse/captcha"
import type { ScopePolicy } from "@/lib/abuse/exposure"
import type { FirewallPolicy } from "@/lib/abuse/firewall-policy"
import type { Micros } from "@/lib/abuse/money"
import { after, days, hours } from "@/lib/time"

/**
 * A message as the firewall's rules see it. What of it is written down names nobody: numbers and addresses are keyed hashes
 * and coarse prefixes.
 */
export type Candidate = {
  at: Date
  /** `known`: the account that it is for has verified this phone. `decoy`: nobody's, and nothing will be sent. */
  to: "newcomer" | "known" | "decoy"
  lane: "strict" | "trusted"
  captcha: CaptchaVerdict
  /** ISO 3166-1, undefined for a decoy without a phone. */
  country: string | undefined
  /** The number without its last 5 digits, and the keyed hash of it without its last 3. */
  prefix: string
  block: string
  /** The number itself, for the operator's list alone. Never written down, so that the past is judged without it. */
  number?: string | undefined
  /** The keyed hash of the caller's network, and the coarse prefix around it. */
  network: string
  place: string
  client: string
  whitelabelId: number
  /** Whether an unverified message stands open to this very number: another makes no new neighbour. */
  isRepeat: boolean
  price: Micros
  /** What looking the number up costs on top, where it is bought. */
  lookupPrice: Micros
}

export type ScopeName =
  | "block"
  | "prefix"
  | "network"
  | "wide-network"
  | "client"
  | "country"
  | "strangers"
  | "strict-lane"
  | "everyone"

/**
 * One of the scopes that a candidate is in. `weight` is what its message counts there: one, or its price; nothing for
 * whoever is no newcomer.
 */
export type Scope = { name: ScopeName; key: string; policy: ScopePolicy; weight: number }

/** Every scope of a message. Those to known people, and decoys, are in the same ones, so that they take as long. */
export function scopesOf(candidate: Candidate, policy: FirewallPolicy): Scope[] {
  const { lane, country = "" } = candidate
  const counts = candidate.to === "newcomer" ? 1 : 0
  const price = (candidate.price + candidate.lookupPrice) * counts
  const isStranger = !policy.homeCountries.includes(country)
  const isStrict = lane === "strict"
  const neighbours = candidate.isRepeat ? 0 : counts
  const scope = (name: ScopeName, about: string, rules: ScopePolicy, weight = counts): Scope => {
    return { name, key: about ? `${name}:${about}` : name, policy: rules, weight }
  }
  return [
    scope("block", candidate.block, isStranger ? policy.strangerBlock : policy.block, neighbours),
    scope("prefix", candidate.prefix, isStranger ? policy.strangerPrefix : policy.prefix, neighbours),
    scope("network", `${lane}:${candidate.network}`, isStrict ? policy.strictNetwork : policy.network),
    scope("wide-network", `${lane}:${candidate.place}`, isStrict ? policy.strictWideNetwork : policy.wideNetwork),
    scope("client", candidate.client, policy.client),
    scope("country", country, countryPolicy(candidate.price, policy)),
    ...(isStranger ? [scope("strangers", "", policy.strangers, price)] : []),
    ...(isStrict ? [scope("strict-lane", "", policy.strictLane)] : []),
    scope("everyone", "", policy.everyone, price),
  ]
}

/** What is free in a country is an amount of money: a dear one gets few messages, a cheap one many. */
function countryPolicy(price: Micros, { country, countryFree }: FirewallPolicy): ScopePolicy {
  const free = Math.floor(countryFree.money / price)
  return { ...country, free: Math.min(countryFree.most, Math.max(countryFree.least, free)) }
}

/** A budget that a message is paid from, and how much of it there is. */
export type Budget = BudgetName & { limit: Micros }

/** The budgets of a message that was asked for at this time: for all, its country and its whitelabel, by hour and day. */
export function budgetsOf(
  { at, country, whitelabelId }: Pick<Candidate, "at" | "country" | "whitelabelId">,
  { budgets }: FirewallPolicy,
): Budget[] {
  const day = at.toISOString().slice(0, 10)
  const hour = at.toISOString().slice(0, 13)
  const endOfDay = after(new Date(`${day}T00:00:00Z`), days(1))
  const endOfHour = after(new Date(`${hour}:00:00Z`), hours(1))
  const both = (about: string, limits: { hour: Micros; day: Micros }): Budget[] => [
    { name: `${about}:${hour}`, endsAt: endOfHour, limit: limits.hour },
    { name: `${about}:${day}`, endsAt: endOfDay, limit: limits.day },
  ]
  return [
    ...both("all", budgets.all),
    ...(country ? both(`country:${country}`, budgets.country) : []),
    ...both(`whitelabel:${whitelabelId}`, budgets.whitelabel),
  ]
}
