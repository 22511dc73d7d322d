import { toDollars } from "@/lib/firewall/money"
import { priceOf } from "@/lib/firewall/price"

/** What a night of one script costs the team that pays for the messages. */
export type PriceOfFraud = { country: string; price: string }

const messages = 10_000
const shown = ["US", "GB", "BD"]
const names = new Intl.DisplayNames("en", { type: "region" })
const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 0 })

/** 10,000 messages to a cheap country, to a middling one and to a dear one, by the price list that the firewall goes by. */
export const pricesOfFraud = (): PriceOfFraud[] =>
  shown.map((country) => ({
    country: names.of(country) ?? country,
    price: dollars.format(toDollars(priceOf(country)) * messages),
  }))
