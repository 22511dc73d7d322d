import type { Micros } from "@/lib/firewall/money"
import type { Traffic } from "@/lib/firewall/traffic"
import { after, dayOf, days } from "@/lib/time"

/** What was asked for on a day in UTC, and what it cost. */
export type DayView = Traffic & { at: Date }

/** What the month will have cost, and on which average day that rests. */
export type Forecast = { month: Micros; day: Micros; from: number }

const nothing: Traffic = { asked: 0, sent: 0, verified: 0, refused: 0, spent: 0 }
const averaged = 7

/** So many days up to that of `now`, the oldest first; those on which nothing was asked for are there too. */
export const lastDays = (count: number, found: readonly DayView[], now: Date): DayView[] =>
  Array.from({ length: count }, (_, place) => after(dayOf(now), days(place + 1 - count))).map(
    (at) => found.find((day) => day.at.getTime() === at.getTime()) ?? { ...nothing, at },
  )

/** Several spans as one. */
export const together = (spans: readonly Traffic[]): Traffic =>
  spans.reduce<Traffic>(
    (all, span) => ({
      asked: all.asked + span.asked,
      sent: all.sent + span.sent,
      verified: all.verified + span.verified,
      refused: all.refused + span.refused,
      spent: all.spent + span.spent,
    }),
    { ...nothing },
  )

/**
 * What the month of `now` will have cost: what it cost so far, and for each day that is left the average of the last seven
 * whole days, or of as many as there were since the first message. Today costs no less than it has already. Undefined
 * before the first whole day is over.
 */
export function forecastOf(found: readonly DayView[], now: Date): Forecast | undefined {
  const today = dayOf(now).getTime()
  const first = found[0]?.at.getTime() ?? today
  const from = Math.min(averaged, Math.round((today - first) / days(1)))
  if (from < 1) return undefined
  const spentSince = (instant: number) =>
    together(found.filter(({ at }) => at.getTime() >= instant && at.getTime() < today)).spent
  const day = Math.round(spentSince(today - from * days(1)) / from)
  const spentToday = together(found.filter(({ at }) => at.getTime() === today)).spent
  const daysLeft = Math.round((monthAfter(now).getTime() - today) / days(1)) - 1
  const before = spentSince(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()))
  return { month: before + Math.max(spentToday, day) + day * daysLeft, day, from }
}

const monthAfter = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1))
