import type { Realm } from "@/lib/account/realm"
import type { BudgetName } from "@/lib/firewall/books/books"
import type { ScopePolicy } from "@/lib/firewall/books/exposure"
import type { CaptchaVerdict } from "@/lib/firewall/captcha"
import type { Micros } from "@/lib/firewall/money"
import type { BudgetPolicy, FirewallPolicy } from "@/lib/firewall/policy"
import { after, days, hours } from "@/lib/time"

/**
 * A message as the firewall's rules see it. What of it is written down names nobody: numbers and addresses are keyed hashes
 * and coarse prefixes.
 */
export type Candidate = {
  at: Date
  /** `known`: the account that it is for has verified this phone. `decoy`: nobody's, and nothing will be sent. */
  to: "newcomer" | "known" | "decoy"
  /** Whether the rules about newcomers judge it, and their scopes are charged for it, whoever it is for. */
  asNewcomer: boolean
  realm: Realm
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
  | "steady"
  | "lookups-network"
  | "lookups-place"
  | "lookups-country"
  | "everyone"

/**
 * One of the scopes that a candidate is in. `weight` is what its message counts there: one, or its price; nothing for
 * whoever is not judged as a newcomer.
 */
export type Scope = { name: ScopeName; key: string; policy: ScopePolicy; weight: number }

/** Every scope of a message. Those of known people, and decoys, are in the same ones, so that they take as long. */
export function scopesOf(candidate: Candidate, policy: FirewallPolicy): Scope[] {
  const { lane, country = "" } = candidate
  const counts = candidate.asNewcomer ? 1 : 0
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
    // Weighs nothing: it is charged where a message leans on it alone, and counts what passed, verified or not.
    ...(isStranger ? [] : [scope("steady", `${candidate.realm}:${country}`, policy.steady.rate, 0)]),
    ...lookupScopesOf(candidate, policy),
    scope("everyone", "", policy.everyone, price),
  ]
}

/** A look-up is paid for whatever becomes of the text, so it is owed in scopes of its own, by whom and for where it was bought. */
export function lookupScopesOf(candidate: Candidate, { lookup }: FirewallPolicy): Scope[] {
  if (candidate.lookupPrice === 0) return []
  return [
    { name: "lookups-network", key: `lookups-network:${candidate.network}`, policy: lookup.network, weight: 1 },
    { name: "lookups-place", key: `lookups-place:${candidate.place}`, policy: lookup.place, weight: 1 },
    { name: "lookups-country", key: `lookups-country:${candidate.country}`, policy: lookup.country, weight: 1 },
  ]
}

/** What is free in a country is an amount of money: a dear one gets few messages, a cheap one many. */
function countryPolicy(price: Micros, { country, countryFree }: FirewallPolicy): ScopePolicy {
  const free = Math.floor(countryFree.money / price)
  return { ...country, free: Math.min(countryFree.most, Math.max(countryFree.least, free)) }
}

/** What a text costs us: nobody's costs nothing. */
export const paidFor = ({ to, price }: Candidate): Micros => (to === "decoy" ? 0 : price)

/** A budget that a message is paid from, and how much of it there is. */
export type Budget = BudgetName & { limit: Micros }

/** The budgets of a message that was asked for at this time: for all, its country and its whitelabel, by hour and day. */
export function budgetsOf(
  { at, country, whitelabelId }: Pick<Candidate, "at" | "country" | "whitelabelId">,
  { budgets }: FirewallPolicy,
): Budget[] {
  return [
    ...byHourAndDay("all", budgets.all, at),
    ...(country ? byHourAndDay(`country:${country}`, budgets.country, at) : []),
    ...byHourAndDay(`whitelabel:${whitelabelId}`, budgets.whitelabel, at),
  ]
}

/** The budgets that a look-up is paid from on top, where one is bought: for all, and its country's. */
export function lookupBudgetsOf(
  { at, country, lookupPrice }: Pick<Candidate, "at" | "country" | "lookupPrice">,
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
    { name: `${about}:${day}`, endsAt: after(new Date(`${day}T00:00:00Z`), days(1)), limit: limits.day },
  ]
}
