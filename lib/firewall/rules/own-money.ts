import { hidesAccounts } from "@/lib/account/realm"
import type { BudgetName, Page } from "@/lib/firewall/books/books"
import { fits, lastDay, type Room, spendOf, spentIn } from "@/lib/firewall/books/last-day"
import type { Message } from "@/lib/firewall/message"
import { toDollars } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import type { Rule } from "@/lib/firewall/rule"
import { after, hours } from "@/lib/time"

/**
 * One phone costs us so much a day, for all askers and emails together, verified or not: an account is earned with one
 * PIN, and could ask for texts forever after. What strangers may use up of it and what the owner may on a known device are two.
 */
export const ownMoney: Rule = {
  name: "own-money",
  of: "firewall",
  judge({ message, books, policy }) {
    const full = pursesOf(message, policy).find((purse) => !fits(purse, message.price, books))
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

/** Whether this asker has caused no text to the phone in the last day. */
export const isFirstOfDay = (message: Message, policy: FirewallPolicy, books: Page): boolean =>
  pursesOf(message, policy).every(({ day }) => spentIn(day, books) === 0)

/** The rows that this rule looks at. */
export const ownNames = (message: Message, policy: FirewallPolicy): BudgetName[] =>
  pursesOf(message, policy).flatMap(({ day: { today, yesterday } }) => [today, yesterday])

/**
 * The row of a phone's own money that a message is paid from: strangers' and the owner's are two, so that no stranger learns from
 * the one what the other got. Each channel has its own, so that a dear one does not use up what texts need. Where accounts are hidden strangers' are not counted at all: verified texts would
 * tell that there is an account. There whatever they ask for is judged as a newcomer's.
 */
function pursesOf({ at, to, channel, phone, whose, realm, price }: Message, { own }: FirewallPolicy): Room[] {
  if (!phone || (whose === "stranger" && hidesAccounts[realm])) return []
  const { money, texts } = own[to === "newcomer" ? "newcomer" : whose === "stranger" ? "strangers" : "owner"]
  const name = channel === "sms" ? `own-${whose}` : `own-${channel}-${whose}`
  return [{ day: lastDay(`${name}:${phone}`, at), limit: Math.max(money, texts * price) }]
}
