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
  | "strangers"
  | "strict-lane"
  | "steady"
  | "lookups-network"
  | "lookups-place"
  | "lookups-country"
  | "everyone"

/**
 * One of the scopes that a message is in. `weight` is what its message counts there: one, or its price; nothing for
 * whoever is not judged as a newcomer.
 */
export type Scope = { name: ScopeName; key: string; policy: ScopePolicy; weight: number }

/** Every scope of a message. Those of known people, and decoys, are in the same ones, so that they take as long. */
export function scopesOf(message: Message, policy: FirewallPolicy): Scope[] {
  const { lane, country = "" } = message
  const counts = message.asNewcomer ? 1 : 0
  const price = (message.price + message.lookupPrice) * counts
  const isStranger = !policy.homeCountries.includes(country)
  const isStrict = lane === "strict"
  const neighbours = message.isRepeat ? 0 : counts
  const scope = (name: ScopeName, about: string, rules: ScopePolicy, weight = counts): Scope => {
    return { name, key: about ? `${name}:${about}` : name, policy: rules, weight }
  }
  return [
    scope("block", message.block, isStranger ? policy.strangerBlock : policy.block, neighbours),
    scope("prefix", message.prefix, isStranger ? policy.strangerPrefix : policy.prefix, neighbours),
    scope("network", `${lane}:${message.network}`, isStrict ? policy.strictNetwork : policy.network),
    scope("wide-network", `${lane}:${message.place}`, isStrict ? policy.strictWideNetwork : policy.wideNetwork),
    scope("client", message.client, policy.client),
    scope("country", country, countryPolicy(message.price, policy)),
    ...(isStranger ? [scope("strangers", "", policy.strangers, price)] : []),
    ...(isStrict ? [scope("strict-lane", "", policy.strictLane)] : []),
    // Weighs nothing: it is charged where a message leans on it alone, and counts what passed, verified or not.
    ...(isStranger ? [] : [scope("steady", `${message.realm}:${country}`, policy.steady.rate, 0)]),
    ...lookupScopesOf(message, policy),
    scope("everyone", "", policy.everyone, price),
  ]
}

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
