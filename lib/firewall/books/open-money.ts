import { paysTermination } from "@/lib/delivery/channel"
import type { BudgetName, OpenBooks, Page } from "@/lib/firewall/books/books"
import { type LastDay, lastDay, type Room, rowsOf, spentIn } from "@/lib/firewall/books/last-day"
import type { Message } from "@/lib/firewall/message"
import type { Micros } from "@/lib/firewall/money"
import { listedFor } from "@/lib/firewall/operator-list"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import type { OpenPolicy } from "@/lib/firewall/policy-parts"

/** Where a message goes: to a country that is listed as home, or that an operator allowed, or anywhere else. */
export function sideOf(message: Message, listed: Page["listed"], { homeCountries, cheap }: FirewallPolicy): Side {
  const isHome = homeCountries.includes(message.country ?? "") || listedFor(message, listed)?.effect === "allow"
  if (!isHome) return "elsewhere"
  return message.price <= cheap ? "cheap" : "home"
}
export type Side = "cheap" | "home" | "elsewhere"

/** What a message may stand open in: its side's, and calls' own, so that whoever burns money by calls uses up none that texts need. */
export const poolOf = (message: Message, listed: Page["listed"], policy: FirewallPolicy): Pool =>
  message.channel === "voice" ? "calls" : sideOf(message, listed, policy)
export type Pool = keyof FirewallPolicy["open"]

type About = Pick<Message, "at" | "country">
type Days = { each: LastDay; all: LastDay }

/** The rows of what stands unverified of a day's money: a country's, and that of all countries of its pool. */
export const openDays = ({ at, country = "" }: About, pool: Pool): Days => ({
  each: lastDay(pool === "calls" ? `open:calls:${country}` : `open:${country}`, at),
  all: lastDay(`open:${pool}`, at),
})
const pools: readonly Pool[] = ["cheap", "home", "elsewhere", "calls"]

/** What texts cost in a day, verified or not: in a country, and in all of them. These are the money budget's own rows. */
export const spentDays = ({ at, country = "" }: About): Days => ({
  each: lastDay(`country:${country}`, at),
  all: lastDay("all", at),
})

/** The part of that which went to WhatsApp, verified or not: it has never stood open, and pays for no more texts. */
const whatsappDays = ({ at, country = "" }: About): Days => ({
  each: lastDay(`whatsapp:${country}`, at),
  all: lastDay("whatsapp", at),
})

/**
 * What grows by a factor a day alone: texts to 100,000 numbers, to a country that is not home, and to all of these; and of the last two
 * the first of a day to each known person.
 */
export const growthDays = ({ at, prefix, country = "" }: Pick<Message, "at" | "prefix" | "country">) => ({
  prefix: lastDay(`prefix:${prefix}`, at),
  country: lastDay(`elsewhere:${country}`, at),
  elsewhere: lastDay("elsewhere", at),
  firstInCountry: lastDay(`firsts:${country}`, at),
  first: lastDay("firsts", at),
})

/** How much may stand open, beside what was verified of the day, in a country, in all of its pool, and in the country though all of its pool is spent. */
export function openRooms(message: Message, pool: Pool, part: number, policy: FirewallPolicy, books: Page) {
  const { all, each, kept, perPaid }: OpenPolicy = policy.open[pool]
  const open = openDays(message, pool)
  const calls = openDays(message, "calls")
  // Nothing that stands open itself, wherever it does, makes room for more.
  const paid = (spent: LastDay, ...without: LastDay[]): Micros => {
    const unpaid = without.reduce((sum, day) => sum + spentIn(day, books), 0)
    return Math.max(0, spentIn(spent, books) - unpaid)
  }
  const spent = spentDays(message)
  const byWhatsapp = whatsappDays(message)
  const country = message.country ?? ""
  const verified = paid(spent.each, openDays(message, "home").each, calls.each, byWhatsapp.each)
  const verifiedInAll =
    pool === "elsewhere"
      ? paid(growthDays(message).elsewhere, open.all, calls.all)
      : paid(spent.all, ...pools.map((one) => openDays(message, one).all), byWhatsapp.all)
  const [more, moreInAll] = [verified, verifiedInAll].map((money) => Math.floor(perPaid * money)) as [Micros, Micros]
  return {
    each: { of: country, day: open.each, limit: Math.floor(each * part) + more, verified },
    all: { of: pool, day: open.all, limit: Math.floor(all * part) + moreInAll, verified: verifiedInAll },
    kept: { of: country, day: open.each, limit: kept + more, verified },
  } satisfies Record<string, Room & { of: string; verified: Micros }>
}

/** A message was verified, or did not leave, or did not arrive: this part of its price stands open no more. */
export function closeOpen(message: Message, part: number, policy: FirewallPolicy, books: OpenBooks): void {
  if (!message.asNewcomer || !paysTermination(message.channel)) return
  const { each, all } = openDays(message, poolOf(message, books.listed, policy))
  for (const { today } of [each, all]) books.spend(today, -Math.round(message.price * part))
}

/** Every row that these rules look at. */
export function openNames(message: Message): BudgetName[] {
  const sums = [
    ...pools.map((pool) => openDays(message, pool).all),
    openDays(message, "home").each,
    openDays(message, "calls").each,
    ...Object.values(spentDays(message)),
    ...Object.values(whatsappDays(message)),
  ]
  const growing = Object.values(growthDays(message)).flatMap(({ today, before }) => [today, ...before])
  return [...sums.flatMap(rowsOf), ...growing]
}
