import { paysTermination } from "@/lib/delivery/channel"
import { fits, type LastDay, pastOf, type Room, spendOf, spentIn } from "@/lib/firewall/books/last-day"
import { growthDays, sideOf } from "@/lib/firewall/books/open-money"
import { type Micros, toDollars } from "@/lib/firewall/money"
import type { Case, Rule } from "@/lib/firewall/rule"
import { isFirstOfDay } from "@/lib/firewall/rules/own-money"
import { after, hours } from "@/lib/time"

/**
 * An attacker who owns the numbers can verify every text. So what a day costs, verified or not, grows by no more than a factor a day from
 * its own past, above a floor: among 100,000 numbers, in a country that is not home, and in all of these together. People at home
 * are as many as there are. A known person's first text of a day is not held up by what others spent: at home never, and elsewhere
 * it has a reserve, which grows from the past of just these texts, so that owned accounts are worth no more than that.
 */
export const growth: Rule = {
  name: "growth",
  of: "firewall",
  judge(about) {
    const { message, books, now } = about
    const isFull = (bound: Bound) => !fits(bound, message.price, books)
    const full = boundsOf(about).find(isFull)
    if (!full || (isFirst(about) && !reservesOf(about).some(isFull))) return undefined
    const quota = { name: "growth", points: 1, window: hours(24) } as const
    return {
      verdict: "refuse",
      refusal: { kind: "limited", retryAt: after(now, hours(6)), quota },
      why: { of: full.of, spent: toDollars(spentIn(full.day, books)), room: toDollars(full.limit) },
    }
  },
  take(about, books) {
    const { price } = about.message
    const bounds = boundsOf(about)
    const isReserved = bounds.some((bound) => !fits(bound, price, books))
    const reserves = isFirst(about, true) ? reservesOf(about) : []
    const spend = (rooms: readonly Bound[], isBound: boolean) => {
      for (const { day, limit } of rooms) spendOf(day, price, isBound ? limit : Number.MAX_SAFE_INTEGER, books)
    }
    spend(bounds, !isReserved)
    spend(reserves, isReserved)
  },
  giveBack(about, books) {
    const { price } = about.message
    const reserves = isFirst(about, true) ? reservesOf(about) : []
    for (const { day } of [...boundsOf(about), ...reserves]) books.spend(day.today, -price)
  },
}

const isFirst = ({ message, books }: Case, isTaken = false) =>
  !message.asNewcomer && isFirstOfDay(message, books, isTaken)

type Bound = Room & { of: string }

const boundOf = (of: string, day: LastDay, floor: Micros, { books, policy }: Case): Bound => ({
  of,
  day,
  limit: Math.max(floor, Math.floor(policy.growth.factor * pastOf(day, books))),
})

/** What a message counts in, and how much of it there is today. */
function boundsOf(about: Case): Bound[] {
  const { message, policy } = about
  if (!paysTermination(message.channel)) return []
  const { own, growth } = policy
  const { prefix, price, country = "" } = message
  const days = growthDays(message)
  return [
    ...(prefix ? [boundOf(prefix, days.prefix, Math.max(growth.prefix, own.owner.texts * price), about)] : []),
    ...(isElsewhere(about)
      ? [
          boundOf(country, days.country, growth.country, about),
          boundOf("elsewhere", days.elsewhere, growth.elsewhere, about),
        ]
      : []),
  ]
}

/** What is kept of them for the first text of a day to a known person: in a country so many texts at least, and a sum in all. */
function reservesOf(about: Case): Bound[] {
  if (!isElsewhere(about)) return []
  const { message, policy } = about
  const { country = "", price } = message
  const { firstInCountry, first } = growthDays(message)
  const { firsts, firstTexts } = policy.growth
  return [boundOf(country, firstInCountry, firstTexts * price, about), boundOf("elsewhere", first, firsts, about)]
}

const isElsewhere = ({ message, books, policy }: Case) =>
  Boolean(message.country) && sideOf(message, books.listed, policy) === "elsewhere"
