import { dollars, type Micros } from "@/lib/abuse/money"
export const priceOf = (country: string, overrides: Readonly<Record<string, Micros>> = {}): Micros =>
  overrides[country] ?? dollars(country === "US" || country === "CA" ? 0.0083 : 0.05)
