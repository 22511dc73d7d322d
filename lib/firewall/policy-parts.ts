import type { Micros } from "@/lib/firewall/money"

/**
 * What the texts to one phone may cost in a day, and how many of them there are whatever they cost. Beyond that known people of one country
 * share the `spare` of a day.
 */
export type OwnPolicy = { money: Micros; texts: number; spare: Micros }

/**
 * What may stand unverified of a day's texts to newcomers: of all countries together, of each, and of each though all is spent.
 * For every dollar that was verified `perPaid` more may. The last part of it, `spotless`, is for newcomers around whom nothing
 * stands open, and so much more as `familiar` for those of them around whom people verified before.
 * Of the price of a message that did not arrive the part `undelivered` stands open no more.
 */
export type OpenPolicy = { all: Micros; each: Micros; kept: Micros } & {
  perPaid: number
  spotless: number
  familiar: number
  undelivered: number
}

export type ModePolicy = { money: Micros; share: number }

/**
 * At least the floor of a country, of all that are not home, or of 100,000 numbers, and beyond it `factor` of the dearest of the days before.
 * Of the first two so much is kept for the first text of a day to each known person: `firsts` in all, and `firstTexts` in a country.
 */
export type GrowthPolicy = { factor: number; country: Micros; elsewhere: Micros; prefix: Micros } & {
  firsts: Micros
  firstTexts: number
}
