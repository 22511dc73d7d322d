import { expect, test } from "vitest"
import { isBarredLine } from "@/lib/account/barred-line"

test.each([
  ["+19002345678", "US", "a premium-rate number in the United States"],
  ["09098790000", "GB", "a premium-rate number in Britain"],
  ["449098790000", "GB", "the same in full, without its plus"],
  ["449098790000", "US", "the same, said to be of another country"],
  ["(44) 909-879 0000", "US", "the same with punctuation"],
  ["19002345678", "GB", "a premium-rate number of the United States in full, without its plus"],
  ["+445612345678", "GB", "a VoIP number in Britain"],
])("%s with %s is barred: %s", (typed, country, _why) => {
  expect(isBarredLine(typed, country)).toBe(true)
})

test.each([
  ["3035551212", "US", "a mobile, or what cannot be told from one"],
  ["+442079460018", "GB", "a landline"],
  ["442079460018", "US", "a landline in full, without its plus"],
  ["123", "US", "no number at all"],
  ["call 09098790000 now", "GB", "a premium-rate number among words"],
])("%s with %s is not barred: %s", (typed, country, _why) => {
  expect(isBarredLine(typed, country)).toBe(false)
})
