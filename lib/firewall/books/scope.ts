import { paysTermination } from "@/lib/delivery/channel"
import { costOf } from "@/lib/firewall/books/budget"
import type { ScopePolicy } from "@/lib/firewall/books/exposure"
import type { Message } from "@/lib/firewall/message"
import type { Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"

export type ScopeName =
  | "block"
  | "prefix"
  | "network"
  | "wide-network"
  | "client"
  | "country"
  | "strict-lane"
  | "steady"
  | `vouched-${VouchedFor}`
  | "unread"
  | "familiar"
  | "lookups-network"
  | "lookups-place"
  | "lookups-country"
  | "everyone"

/** What a newcomer at home may be vouched for: the breakers of where they ask from, and of the numbers beside theirs. */
export const vouchedFor = ["block", "prefix", "network", "wide-network"] as const
export type VouchedFor = (typeof vouchedFor)[number]

/**
 * One of the scopes that a message is in. `weight` is what its message counts there: one, or its price; nothing for
 * people who are not judged as newcomers. One that is leaned on counts only what passes by it alone.
 */
export type Scope = { name: ScopeName; key: string; policy: ScopePolicy; weight: number; isLeanedOn?: true }

/**
 * Every scope of a message: none by WhatsApp, since what nobody earns by is no sign of fraud. Those of known people, and decoys, are in the same ones, so that they take as long.
 */
export function scopesOf(message: Message, policy: FirewallPolicy): Scope[] {
  if (!paysTermination(message.channel)) return []
  const { lane, country = "" } = message
  const counts = message.asNewcomer ? 1 : 0
  const price = (costOf(message) + message.lookupPrice) * counts
  const leanedOn = { weight: counts, isLeanedOn: true } as const
  const isStranger = !policy.homeCountries.includes(country)
  const isStrict = lane === "strict"
  const neighbours = message.isRepeat ? 0 : counts
  const scope = (name: ScopeName, about: string, rules: ScopePolicy, weight = counts): Scope => {
    return { name, key: about ? `${name}:${about}` : name, policy: rules, weight }
  }
  const surroundings = [
    scope("block", message.block, isStranger ? policy.strangerBlock : policy.block, neighbours),
    scope("prefix", message.prefix, isStranger ? policy.strangerPrefix : policy.prefix, neighbours),
    scope("network", `${lane}:${message.network}`, isStrict ? policy.strictNetwork : policy.network),
    scope("wide-network", `${lane}:${message.place}`, isStrict ? policy.strictWideNetwork : policy.wideNetwork),
  ]
  return [
    ...surroundings,
    scope("client", message.client, policy.client),
    scope("country", country, countryPolicy(message.price, policy)),
    ...(isStrict ? [scope("strict-lane", "", policy.strictLane)] : []),
    ...(isStranger ? [] : [{ ...scope("steady", `${message.realm}:${country}`, policy.steady.rate), ...leanedOn }]),
    ...(isStranger
      ? []
      : surroundings.map(({ name, key }) => ({ ...vouchedScope(name as VouchedFor, key, policy), ...leanedOn }))),
    ...(message.phone ? [scope("unread", `${message.whose}:${message.phone}`, policy.unread, 1)] : []),
    ...(message.place === "nowhere" ? [] : [scope("familiar", message.place, policy.familiar)]),
    ...lookupScopesOf(message, policy),
    scope("everyone", "", policy.everyone, price),
  ]
}

const vouchedScope = (name: VouchedFor, key: string, { vouched }: FirewallPolicy) =>
  ({
    name: `vouched-${name}`,
    key: `vouched:${key}`,
    policy: name === "block" || name === "prefix" ? vouched.numbers : vouched.networks,
  }) as const

/** A look-up is paid for whatever becomes of the text, so it is owed in scopes of its own, by whom and for where it was bought. */
export function lookupScopesOf(message: Message, { lookup }: FirewallPolicy): Scope[] {
  if (message.lookupPrice === 0) return []
  return [
    { name: "lookups-network", key: `lookups-network:${message.network}`, policy: lookup.network, weight: 1 },
    { name: "lookups-place", key: `lookups-place:${message.place}`, policy: lookup.place, weight: 1 },
    { name: "lookups-country", key: `lookups-country:${message.country}`, policy: lookup.country, weight: 1 },
  ]
}

/** What is free in a country is an amount of money: a dear one gets few messages, a cheap one many. */
function countryPolicy(price: Micros, { country, countryFree }: FirewallPolicy): ScopePolicy {
  const free = Math.floor(countryFree.money / price)
  return { ...country, free: Math.min(countryFree.most, Math.max(countryFree.least, free)) }
}
