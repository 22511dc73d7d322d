import type { BudgetName, OpenBooks, Page } from "@/lib/firewall/books/books"
import type { Micros } from "@/lib/firewall/money"
import { after, dayOf, days } from "@/lib/time"

/**
 * Money over the last 24 hours. It is kept by days of the clock (UTC); of yesterday that part counts which is less than a day ago,
 * so that no one has two days' money on both sides of midnight.
 */
export type LastDay = { today: BudgetName; yesterday: BudgetName; part: number; before: readonly BudgetName[] }

/** How many days a past is looked for in. */
const pastDays = 3

/** The last day of what these rows are about, and the days before. */
export function lastDay(about: string, at: Date): LastDay {
  const begun = dayOf(at)
  const dayBefore = (count: number): BudgetName => {
    const from = after(begun, -days(count))
    return { name: `${about}:${from.toISOString().slice(0, 10)}`, endsAt: after(from, days(1)) }
  }
  const part = 1 - (at.getTime() - begun.getTime()) / days(1)
  const before = Array.from({ length: pastDays }, (_, index) => dayBefore(index + 1))
  return { today: dayBefore(0), yesterday: dayBefore(1), part, before }
}

/** The rows that its sum is read from; its past's are those `before` it. */
export const rowsOf = ({ today, yesterday }: LastDay): BudgetName[] => [today, yesterday]

/** Money of a last day that there is for something: so much at most. */
export type Room = { day: LastDay; limit: Micros }

/** Whether there is room for this much more. */
export const fits = ({ day, limit }: Room, amount: Micros, books: Page): boolean =>
  spentIn(day, books) + amount <= limit

/** What was spent in it. */
export const spentIn = ({ today, yesterday, part }: LastDay, books: Page): Micros =>
  books.spent(today.name) + ofYesterday(yesterday, part, books)

/** The most that was spent on one of the days before. */
export const pastOf = ({ before }: LastDay, books: Page): Micros =>
  Math.max(0, ...before.map(({ name }) => books.spent(name)))

/** Spends of it, if the last day's sum stays within the limit then too. */
export function spendOf({ today, yesterday, part }: LastDay, amount: Micros, limit: Micros, books: OpenBooks): void {
  books.spend(today, amount, limit - ofYesterday(yesterday, part, books))
}

const ofYesterday = ({ name }: BudgetName, part: number, books: Page) => Math.floor(books.spent(name) * part)
