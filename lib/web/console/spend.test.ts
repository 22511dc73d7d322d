import { expect, test } from "vitest"
import { type DayView, forecastOf, lastDays } from "@/lib/web/console/spend"

const now = new Date("2026-03-10T12:30:00Z")
const on = (day: string, spent: number): DayView => ({
  at: new Date(`${day}T00:00:00Z`),
  ...{ asked: 1, sent: 1, verified: 1, refused: 0, spent },
})

test("the forecast is what the month cost so far and an average day for each that is left", () => {
  const found = ["03", "04", "05", "06", "07", "08", "09"].map((day) => on(`2026-03-${day}`, 100))
  expect(forecastOf([on("2026-03-01", 5000), ...found, on("2026-03-10", 20)], now)).toEqual({
    month: 5000 + 700 + 100 + 21 * 100,
    ...{ day: 100, from: 7 },
  })
})

test("a day that costs more than the average counts as it is", () => {
  expect(forecastOf([on("2026-03-09", 100), on("2026-03-10", 900)], now)).toEqual({
    month: 100 + 900 + 21 * 100,
    ...{ day: 100, from: 1 },
  })
})

test("quiet days since the first message lower the average, days before it do not", () => {
  expect(forecastOf([on("2026-03-06", 100), on("2026-03-08", 100)], now)?.day).toBe(50)
})

test("last month's days make the average, and are not in this month's sum", () => {
  const firstOfMonth = new Date("2026-04-01T00:00:00Z")
  expect(forecastOf([on("2026-03-30", 70), on("2026-03-31", 30)], firstOfMonth)?.month).toBe(30 * 50)
})

test("there is no forecast before a whole day is over", () => {
  expect(forecastOf([], now)).toBeUndefined()
  expect(forecastOf([on("2026-03-10", 900)], now)).toBeUndefined()
})

test("days on which nothing was asked for are in the picture too", () => {
  const shown = lastDays(3, [on("2026-03-08", 7)], now)
  expect(shown.map(({ at, spent }) => [at.toISOString().slice(0, 10), spent])).toEqual([
    ["2026-03-08", 7],
    ["2026-03-09", 0],
    ["2026-03-10", 0],
  ])
})
