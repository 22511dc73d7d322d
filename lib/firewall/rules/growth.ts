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
 * are as many as there are. A known person's first text of a day counts and is never held up.
 */
export const growth: Rule = {
  name: "growth",
  of: "firewall",
  judge(about) {
    const { message, books, now } = about
    if (isExempt(about)) return undefined
    const full = boundsOf(about).find((bound) => !fits(bound, message.price, books))
    if (!full) return undefined
    const quota = { name: "growth", points: 1, window: hours(24) } as const
    return {
      verdict: "refuse",
      refusal: { kind: "limited", retryAt: after(now, hours(6)), quota },
      why: { of: full.of, spent: toDollars(spentIn(full.day, books)), room: toDollars(full.limit) },
    }
  },
  take(about, books) {
    const isFree = isExempt(about)
    for (const { day, limit } of boundsOf(about))
      spendOf(day, about.message.price, isFree ? Number.MAX_SAFE_INTEGER : limit, books)
  },
  giveBack(about, books) {
    for (const { day } of boundsOf(about)) books.spend(day.today, -about.message.price)
  },
}

const isExempt = ({ message, policy, books }: Case) => !message.asNewcomer && isFirstOfDay(message, policy, books)

type Bound = Room & { of: string }

/** What a message counts in, and how much of it there is today. */
function boundsOf({ message, books, policy }: Case): Bound[] {
  if (!paysTermination(message.channel)) return []
  const { own } = policy
  const { factor, ...floors } = policy.growth
  const { prefix, price, country = "" } = message
  const bound = (of: string, day: LastDay, floor: Micros): Bound => ({
    of,
    day,
    limit: Math.max(floor, Math.floor(factor * pastOf(day, books))),
  })
  const days = growthDays(message)
  const isElsewhere = country !== "" && sideOf(message, books.listed, policy) === "elsewhere"
  return [
    ...(prefix ? [bound(prefix, days.prefix, Math.max(floors.prefix, own.owner.texts * price))] : []),
    ...(isElsewhere
      ? [bound(country, days.country, floors.country), bound("elsewhere", days.elsewhere, floors.elsewhere)]
      : []),
  ]
}
