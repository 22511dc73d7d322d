import { dollars, type Micros } from "@/lib/firewall/money"
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

/** A price that the table itself holds: `constructor` is no country. */
function own(table: Dollars, country: string): number | undefined {
  return Object.hasOwn(table, country) ? table[country] : undefined
}
