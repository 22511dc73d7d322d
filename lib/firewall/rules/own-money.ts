import { hidesAccounts } from "@/lib/account/realm"
import type { BudgetName, Page } from "@/lib/firewall/books/books"
import { type LastDay, lastDay, spendOf, spentIn } from "@/lib/firewall/books/last-day"
import type { Message } from "@/lib/firewall/message"
import { type Micros, toDollars } from "@/lib/firewall/money"
import type { FirewallPolicy, OwnPolicy } from "@/lib/firewall/policy"
import type { Rule } from "@/lib/firewall/rule"
import { after, hours } from "@/lib/time"

/**
 * One phone costs us so much a day, whoever asks and under however many emails, verified or not: an account is earned with one
 * PIN, and could ask for texts forever after. What strangers may use up of it leaves the owner texts on a known device.
 */
export const ownMoney: Rule = {
  name: "own-money",
  of: "firewall",
  judge({ message, books, policy }) {
    const asked = pursesOf(message, policy).filter(({ isAll }) => !isAll || !isHidden(message))
    const full = asked.find(({ day, limit }) => spentIn(day, books) + message.price > limit)
    if (!full) return undefined
    const quota = { name: "own-money", points: 1, window: hours(24) } as const
    return {
      verdict: "refuse",
      refusal: { kind: "limited", retryAt: after(message.at, hours(6)), quota },
      why: { spent: toDollars(spentIn(full.day, books)), room: toDollars(full.limit), whose: message.whose },
    }
  },
  take({ message, policy }, books) {
    for (const { day, limit } of pursesOf(message, policy)) spendOf(day, message.price, limit, books)
  },
  giveBack({ message, policy }, books) {
    for (const { day } of pursesOf(message, policy)) books.spend(day.today, -message.price)
  },
}

/** Whether a phone got no text in the last day. */
export const isFirstOfDay = ({ at, phone }: Message, books: Page): boolean =>
  spentIn(lastDay(`own:${phone}`, at), books) === 0

/** The rows that this rule looks at. */
export const ownNames = (message: Message, policy: FirewallPolicy): BudgetName[] =>
  pursesOf(message, policy).flatMap(({ day: { today, yesterday } }) => [today, yesterday])

/**
 * Where accounts are hidden, strangers are not asked about what the owner used up as well: they would see that there is one. They
 * have their own part, so that a phone costs no more than both.
 */
const isHidden = ({ realm, whose }: Message): boolean => hidesAccounts[realm] && whose === "stranger"

type Purse = { day: LastDay; limit: Micros; isAll?: true }

/** The rows of a phone's own money that a message is paid from. */
function pursesOf({ at, phone, whose, price }: Message, { own }: FirewallPolicy): Purse[] {
  if (!phone) return []
  const limitOf = ({ money, texts }: OwnPolicy) => Math.max(money, texts * price)
  const strangers = { day: lastDay(`own-strangers:${phone}`, at), limit: limitOf(own.strangers) }
  const all = { day: lastDay(`own:${phone}`, at), limit: limitOf(own.all), isAll: true } as const
  return [all, ...(whose === "stranger" ? [strangers] : [])]
}
