import { expect, test } from "vitest"
import { isBarredLine } from "@/lib/account/barred-line"

test.each([
  ["+19002345678", "US", "a premium-rate number in the United States"],
  ["09098790000", "GB", "a premium-rate number in Britain"],
  ["+445612345678", "GB", "a VoIP number in Britain"],
])("%s with %s is barred: %s", (typed, country, _why) => {
  expect(isBarredLine(typed, country)).toBe(true)
})

test.each([
  ["3035551212", "US", "a mobile, or what cannot be told from one"],
  ["+442079460018", "GB", "a landline"],
  ["123", "US", "no number at all"],
])("%s with %s is not barred: %s", (typed, country, _why) => {
  expect(isBarredLine(typed, country)).toBe(false)
})
