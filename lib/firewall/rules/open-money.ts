import { paysTermination } from "@/lib/delivery/channel"
import { fits, type Room, spendOf, spentIn } from "@/lib/firewall/books/last-day"
import { closeOpen, openRooms, poolOf, sideOf } from "@/lib/firewall/books/open-money"
import { toDollars } from "@/lib/firewall/money"
import type { Case, Rule } from "@/lib/firewall/rule"
import { isFamiliar, isProvenNetwork, isSpotless } from "@/lib/firewall/rules/clean"
import { isDoubted } from "@/lib/firewall/rules/doubted"
import { after, hours } from "@/lib/time"

/**
 * The unverified part of a day's texts to newcomers is what bots got that look like people: new networks, good tokens, numbers
 * anywhere. So it is bounded in money, by country, at home and elsewhere apart, and grows with what people verify. A country
 * keeps a little though the others are spent, and the last part is for newcomers around whom nothing stands open. Where people verified
 * in the last weeks there is a little more: whoever asks from networks that nobody saw before cannot use that up. A number that is
 * doubted has a part of the rest, and nothing of what is kept.
 */
export const openMoney: Rule = {
  name: "open-money",
  of: "firewall",
  judge(about) {
    const { message, books, now } = about
    if (!message.asNewcomer || !paysTermination(message.channel) || isProven(about)) return undefined
    const { each, all, kept } = roomsFor(about)
    const [hasEach, hasAll, hasKept] = [each, all, kept].map((room) => fits(room, message.price, books))
    if (hasEach && (hasAll || (hasKept && !isDoubted(about)))) return undefined
    const { of, day, limit, verified } = hasEach ? all : each
    const quota = { name: "open-money", points: 1, window: hours(24) } as const
    return {
      verdict: "refuse",
      refusal: { kind: "limited", retryAt: after(now, hours(1)), quota },
      why: { of, unverified: toDollars(spentIn(day, books)), verified: toDollars(verified), room: toDollars(limit) },
    }
  },
  take(about, books) {
    const { price, asNewcomer, channel } = about.message
    if (!asNewcomer || !paysTermination(channel)) return
    const { each, all, kept } = roomsFor(about)
    const boundless = Number.MAX_SAFE_INTEGER
    if (isProven(about)) {
      for (const { day } of [each, all]) spendOf(day, price, boundless, books)
      return
    }
    const isWithinAll = fits(all, price, books)
    spendOf(each.day, price, isWithinAll ? each.limit : Math.min(each.limit, kept.limit), books)
    spendOf(all.day, price, isWithinAll ? all.limit : boundless, books)
  },
  giveBack: ({ message, policy }, books) => closeOpen(message, 1, policy, books),
}

/** At home a network where people verify is asked for nothing more. */
const isProven = (about: Case) =>
  isProvenNetwork(about) && sideOf(about.message, about.books.listed, about.policy) !== "elsewhere"

function roomsFor(about: Case) {
  const { message, books, policy } = about
  const pool = poolOf(message, books.listed, policy)
  const { spotless, familiar } = policy.open[pool]
  const part = !isSpotless(about) ? 1 - spotless : isFamiliar(about) ? 1 + familiar : 1
  const rooms = openRooms(message, pool, part, policy, books)
  if (!isDoubted(about)) return rooms
  const { each, all } = openRooms(message, pool, part * policy.opinions.part, policy, books)
  // However little that is, there is room for one where nothing stands open.
  const forOne = <R extends Room>(some: R, whole: R) => {
    return { ...some, limit: Math.max(some.limit, Math.min(whole.limit, message.price)) }
  }
  return { ...rooms, each: forOne(each, rooms.each), all: forOne(all, rooms.all) }
}
