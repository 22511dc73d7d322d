import { hidesAccounts } from "@/lib/account/realm"
import type { BudgetName, Page } from "@/lib/firewall/books/books"
import { fits, lastDay, type Room, rowsOf, spendOf, spentIn } from "@/lib/firewall/books/last-day"
import { spentDays } from "@/lib/firewall/books/open-money"
import { standingOf } from "@/lib/firewall/books/scopes"
import type { Message } from "@/lib/firewall/message"
import { toDollars } from "@/lib/firewall/money"
import type { OwnPolicy } from "@/lib/firewall/policy-parts"
import type { Case, Rule } from "@/lib/firewall/rule"
import { after, hours } from "@/lib/time"

/**
 * One phone costs us so much a day, for all askers and emails together, verified or not: an account is earned with one
 * PIN, and could ask for texts forever after. What strangers may use up of it and what the owner may on a known device are two.
 * Whoever needs more, where a text is dear, has it of what is spare: that is shared, so that many accounts get no more of it than one.
 */
export const ownMoney: Rule = {
  name: "own-money",
  of: "firewall",
  judge(about) {
    const { message, books } = about
    const purse = purseOf(about)
    if (!purse || fits(purse.own, message.price, books)) return undefined
    const full = roomsBeyond(purse, about).find((room) => !fits(room, message.price, books))
    if (!full) return undefined
    const { day, limit } = purse.own
    const quota = { name: "own-money", points: 1, window: hours(24) } as const
    return {
      verdict: "refuse",
      refusal: { kind: "limited", retryAt: after(message.at, hours(6)), quota },
      why: {
        spent: toDollars(spentIn(day, books)),
        room: toDollars(limit),
        spare: toDollars(Math.max(0, full.limit - spentIn(full.day, books))),
        whose: message.whose,
      },
    }
  },
  take(about, books) {
    const purse = purseOf(about)
    if (!purse) return
    const { price } = about.message
    const rooms = fits(purse.own, price, books) ? [purse.own] : roomsBeyond(purse, about)
    for (const { day, limit } of rooms) spendOf(day, price, limit, books)
  },
  giveBack(about, books) {
    const purse = purseOf(about)
    if (!purse) return
    const { price } = about.message
    const hasMore = books.spent(purse.more.day.today.name) >= price
    const rooms = hasMore ? [purse.more, purse.spare] : [purse.own]
    for (const { day } of rooms) books.spend(day.today, -price)
  },
}

/** Whether this asker has caused no text to the phone in the last day; once it was taken, no other. */
export const isFirstOfDay = (message: Message, books: Page, isTaken = false): boolean => {
  const days = daysOf(message)
  return !days || spentIn(days.own, books) <= (isTaken ? message.price : 0)
}

/** The rows that this rule looks at. */
export function ownNames(message: Message): BudgetName[] {
  const days = daysOf(message)
  return days ? Object.values(days).flatMap(rowsOf) : []
}

/** A phone's own money, as much again at most of what is spare, and what of that there is for all. */
type Purse = Record<"own" | "more" | "spare", Room>

function purseOf({ message, books, policy }: Pick<Case, "message" | "books" | "policy">): Purse | undefined {
  const days = daysOf(message)
  if (!days) return undefined
  const { to, whose, price } = message
  const { money, texts, spare }: OwnPolicy =
    policy.own[to === "newcomer" ? "newcomer" : whose === "stranger" ? "strangers" : "owner"]
  const limit = Math.max(money, texts * price)
  return {
    own: { day: days.own, limit },
    more: { day: days.more, limit },
    spare: {
      day: days.spare,
      // However dear it is, it pays for one.
      limit:
        Math.max(spare, spare > 0 ? price : 0) +
        Math.floor(policy.own.sparePart * spentIn(spentDays(message).each, books)),
    },
  }
}

/**
 * Where a text beyond a phone's own money is paid from. Nothing is spare for newcomers, nor for an owner who has yet to verify the last.
 * On a new device people ask again because nothing came.
 */
function roomsBeyond({ more, spare }: Purse, { message, scopes, books, now }: Case): Room[] {
  const unread = scopes.find(({ name }) => name === "unread")
  const owes = unread !== undefined && standingOf(unread, books, now).open >= 0.5
  const isShut = message.to !== "known" || (message.whose === "home" && owes)
  return [{ ...more, limit: isShut ? 0 : more.limit }, spare]
}

/**
 * The days of a phone's own money that a message is paid from: strangers' and the owner's are two, so that no stranger learns from
 * the one what the other got. Each channel has its own, so that a dear one does not use up what texts need. Where accounts are hidden strangers' are not counted at all: verified texts would
 * tell that there is an account. There whatever they ask for is judged as a newcomer's.
 */
function daysOf({ at, channel, phone, whose, realm, country = "" }: Message) {
  if (!phone || (whose === "stranger" && hidesAccounts[realm])) return undefined
  const name = channel === "sms" ? whose : `${channel}-${whose}`
  return {
    own: lastDay(`own-${name}:${phone}`, at),
    more: lastDay(`more-${name}:${phone}`, at),
    spare: lastDay(`spare-${name}:${country}`, at),
  }
}
