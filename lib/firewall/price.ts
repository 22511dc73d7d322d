import type { Channel } from "@/lib/delivery/channel"
import { dollars, type Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import list from "@/lib/firewall/prices.json"

type Dollars = Readonly<Record<string, number>>

const prices: Dollars = list.prices
const highest = Math.max(...Object.values(prices))

/**
 * What one text message to a mobile of this country (ISO 3166-1 alpha-2) costs. Overrides, in US dollars, win over the
 * price list. A country that neither knows costs as much as the dearest that either knows: never too little.
 */
export function priceOf(country: string, overrides: Dollars = {}): Micros {
  const known = own(overrides, country) ?? own(prices, country)
  return dollars(known ?? Math.max(highest, ...Object.values(overrides)))
}

/**
 * What one message to a mobile of this country costs by this channel, as `priceOf` has it for text messages. For the others a country
 * that is not listed costs what is listed as `*`, and without that as much as the dearest that is.
 */
export function priceBy(channel: Channel, country: string, { prices: texts, channelPrices }: PriceLists): Micros {
  if (channel === "sms") return priceOf(country, texts)
  const listed = channelPrices[channel]
  return dollars(own(listed, country) ?? own(listed, "*") ?? Math.max(highest, ...Object.values(listed)))
}
type PriceLists = Pick<FirewallPolicy, "prices" | "channelPrices">

/** A price that the table itself holds: `constructor` is no country. */
function own(table: Dollars, country: string): number | undefined {
  return Object.hasOwn(table, country) ? table[country] : undefined
}
