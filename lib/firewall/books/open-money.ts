import { paysTermination } from "@/lib/delivery/channel"
import type { BudgetName, OpenBooks, Page } from "@/lib/firewall/books/books"
import { type LastDay, lastDay, type Room, spentIn } from "@/lib/firewall/books/last-day"
import type { Message } from "@/lib/firewall/message"
import type { Micros } from "@/lib/firewall/money"
import { listedFor } from "@/lib/firewall/operator-list"
import type { FirewallPolicy, OpenPolicy } from "@/lib/firewall/policy"

/** Where a message goes: to a country that is listed as home, or that an operator allowed, or anywhere else. */
export function sideOf(message: Message, listed: Page["listed"], { homeCountries, cheap }: FirewallPolicy): Side {
  const isHome = homeCountries.includes(message.country ?? "") || listedFor(message, listed)?.effect === "allow"
  if (!isHome) return "elsewhere"
  return message.price <= cheap ? "cheap" : "home"
}
export type Side = keyof FirewallPolicy["open"]

/** The rows of what stands unverified of a day's money: a country's, and that of all countries of its side. */
export const openDays = ({ at, country = "" }: Message, side: Side): { each: LastDay; all: LastDay } => ({
  each: lastDay(`open:${country}`, at),
  all: lastDay(`open:${side}`, at),
})

/** What texts cost in a day, verified or not: in a country, and in all of them. These are the money budget's own rows. */
const spentDays = ({ at, country = "" }: Pick<Message, "at" | "country">) => ({
  each: lastDay(`country:${country}`, at),
  all: lastDay("all", at),
})

/** The part of that which went to WhatsApp, verified or not: it has never stood open, and pays for no more texts. */
const whatsappDays = ({ at, country = "" }: Pick<Message, "at" | "country">) => ({
  each: lastDay(`whatsapp:${country}`, at),
  all: lastDay("whatsapp", at),
})

/** What grows by a factor a day alone: texts to 100,000 numbers, to a country that is not home, and to all of these. */
export const growthDays = ({ at, prefix, country = "" }: Pick<Message, "at" | "prefix" | "country">) => ({
  prefix: lastDay(`prefix:${prefix}`, at),
  country: lastDay(`elsewhere:${country}`, at),
  elsewhere: lastDay("elsewhere", at),
})

/** How much may stand open, beside what was verified of the day, in a country, in all of its side, and in the country though all of its side is spent. */
export function openRooms(message: Message, side: Side, part: number, policy: FirewallPolicy, books: Page) {
  const { all, each, kept, perPaid }: OpenPolicy = policy.open[side]
  const open = openDays(message, side)
  const spent = spentDays(message)
  const byWhatsapp = whatsappDays(message)
  const paid = (spentOf: LastDay, openOf: LastDay, apart?: LastDay) => {
    const without = spentIn(openOf, books) + (apart ? spentIn(apart, books) : 0)
    return Math.max(0, spentIn(spentOf, books) - without)
  }
  const verified = paid(spent.each, open.each, byWhatsapp.each)
  const country = message.country ?? ""
  const verifiedInAll =
    side === "elsewhere" ? paid(growthDays(message).elsewhere, open.all) : paid(spent.all, open.all, byWhatsapp.all)
  const [more, moreInAll] = [verified, verifiedInAll].map((money) => Math.floor(perPaid * money)) as [Micros, Micros]
  return {
    each: { of: country, day: open.each, limit: Math.floor(each * part) + more, verified },
    all: { of: side, day: open.all, limit: Math.floor(all * part) + moreInAll, verified: verifiedInAll },
    kept: { of: country, day: open.each, limit: kept + more, verified },
  } satisfies Record<string, Room & { of: string; verified: Micros }>
}

/** A message was verified, or did not leave, or did not arrive: this part of its price stands open no more. */
export function closeOpen(message: Message, part: number, policy: FirewallPolicy, books: OpenBooks): void {
  if (!message.asNewcomer || !paysTermination(message.channel)) return
  const { each, all } = openDays(message, sideOf(message, books.listed, policy))
  for (const { today } of [each, all]) books.spend(today, -Math.round(message.price * part))
}

/** Every row that these rules look at. */
export function openNames(message: Message): BudgetName[] {
  const both = (["cheap", "home", "elsewhere"] as const).map((side) => openDays(message, side).all)
  const { each } = openDays(message, "home")
  const rows = [
    ...both,
    each,
    ...Object.values(spentDays(message)),
    ...Object.values(whatsappDays(message)),
    ...Object.values(growthDays(message)),
  ]
  return rows.flatMap(({ today, before }) => [today, ...before])
}
