import { expect, test } from "vitest"
import { waitAfter } from "@/lib/challenge/failures"
import { minutes, seconds } from "@/lib/time"

test("the first four failures cost no wait, so that a person may mistype", () => {
  for (const failures of [0, 1, 2, 3, 4]) expect(waitAfter(failures)).toBe(0)
})

test("from the fifth on it is 5 seconds and doubles", () => {
  expect([5, 6, 7, 8, 9, 10].map(waitAfter)).toEqual([5, 10, 20, 40, 80, 160].map(seconds))
})

test("it never exceeds 15 minutes, however many failures there were", () => {
  expect(waitAfter(12)).toBe(seconds(640))
  for (const failures of [13, 20, 100, 5000]) expect(waitAfter(failures)).toBe(minutes(15))
})
