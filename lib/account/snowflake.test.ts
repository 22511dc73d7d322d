import fc from "fast-check"
import { expect, test } from "vitest"
import { madeAt, snowflake } from "@/lib/account/snowflake"

const at = new Date("2026-03-01T12:00:00Z")
const instant = fc.date({ min: new Date("2015-01-01"), max: new Date("2084-01-01"), noInvalidDate: true })
const number = fc.integer({ min: 1, max: 2 ** 31 - 1 })

test("a Snowflake is a positive 64-bit number in decimal", () => {
  fc.assert(
    fc.property(instant, number, (when, drawn) => {
      const id = snowflake(when, drawn)
      expect(id).toMatch(/^\d{1,19}$/)
      expect(BigInt(id)).toBeLessThan(2n ** 63n)
    }),
  )
})

test("its time is in the upper bits", () => {
  fc.assert(
    fc.property(instant, number, (when, drawn) => {
      expect(madeAt(snowflake(when, drawn))).toEqual(when)
    }),
  )
})

test("a later one is greater, whatever the numbers", () => {
  fc.assert(
    fc.property(instant, number, number, (when, one, other) => {
      const later = snowflake(new Date(when.getTime() + 1), other)
      expect(BigInt(later)).toBeGreaterThan(BigInt(snowflake(when, one)))
    }),
  )
})

test("numbers in a row are different ids in one millisecond, until 4,194,304 of them are used up", () => {
  const lowest = 1001
  const ids = new Set<string>()
  for (let drawn = lowest; drawn < lowest + 100_000; drawn += 1) ids.add(snowflake(at, drawn))
  expect(ids.size).toBe(100_000)
  expect(snowflake(at, lowest + 2 ** 22 - 1)).not.toBe(snowflake(at, lowest))
  expect(snowflake(at, lowest + 2 ** 22)).toBe(snowflake(at, lowest))
})
