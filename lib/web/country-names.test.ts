import { expect, test } from "vitest"
import { countriesByName } from "@/lib/web/countries"
import { countriesLike, countryOfNumber } from "@/lib/web/country-names"

const all = countriesByName("all", "en")

test.each([
  ["HK", "HK"],
  ["hong k", "HK"],
  ["香港", "HK"],
  ["+852", "HK"],
  ["852", "HK"],
  ["UK", "GB"],
  ["England", "GB"],
  ["英國", "GB"],
  ["USA", "US"],
  ["United States", "US"],
  ["+1", "US"],
  ["+44", "GB"],
  ["Holland", "NL"],
  ["ivory coast", "CI"],
  ["cote d'ivoire", "CI"],
  ["turkiye", "TR"],
  ["south k", "KR"],
  ["Macau", "MO"],
])("%s finds %s first", (typed, code) => {
  expect(countriesLike(typed, all)[0]?.code).toBe(code)
})

test("what nobody calls a country finds none, and nothing finds all", () => {
  expect(countriesLike("qqq", all)).toEqual([])
  expect(countriesLike("  ", all)).toEqual(all)
})

test.each([
  ["+852 5123 4567", "US", "HK"],
  ["00852 5123", "US", "HK"],
  ["+1 303", "HK", "US"],
  ["+1 303", "CA", undefined],
  ["+44", "US", "GB"],
  ["+8", "US", undefined],
  ["5123 4567", "US", undefined],
  ["", "US", undefined],
])("%j beside %s chooses %s", (typed, chosen, code) => {
  expect(countryOfNumber(typed, chosen, all)).toBe(code)
})
