import { getCountries } from "libphonenumber-js/max"
import { describe, expect, test } from "vitest"
import { dollars, toDollars } from "@/lib/firewall/money"
import { priceOf } from "@/lib/firewall/price"
import list from "@/lib/firewall/prices.json"

const prices: Record<string, number> = list.prices
const countries = Object.keys(prices)
const highest = dollars(Math.max(...Object.values(prices)))

describe("the price list", () => {
  test("says where it comes from and of which day it is", () => {
    expect(list.source).toContain("https://")
    expect(list.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(list.currency).toBe("USD")
  })

  test("has more than 200 countries, in order, each of which libphonenumber knows", () => {
    expect(countries.length).toBeGreaterThan(200)
    expect(countries).toEqual([...countries].sort())
    expect(getCountries()).toEqual(expect.arrayContaining(countries))
  })

  test.each(Object.entries(prices))("%s costs %d: more than nothing, less than 1.5 dollars", (country, price) => {
    expect(price).toBeGreaterThan(0)
    expect(price).toBeLessThan(1.5)
    expect(Number.isInteger(priceOf(country))).toBe(true)
    expect(toDollars(priceOf(country))).toBe(price)
  })

  test.each(["US", "CA", "GB", "HK"])("has %s, which is allowed by default", (country) => {
    expect(countries).toContain(country)
  })

  test.each(["JM", "BS", "DO", "PR", "KY", "SX"])("%s shares +1 with the US, but not the price", (country) => {
    expect(countries).toContain(country)
    expect(priceOf(country)).toBeGreaterThan(priceOf("US"))
  })
})

describe("priceOf", () => {
  test.each(getCountries())("%s has a price: its own, or the highest", (country) => {
    expect(priceOf(country)).toBe(country in prices ? dollars(prices[country] as number) : highest)
  })

  test.each(["ZZ", "", "us", "constructor", "__proto__"])("unknown, %j costs the highest price", (country) => {
    expect(priceOf(country)).toBe(highest)
  })

  test("an override wins, whether the list knows the country or not, and also at nothing", () => {
    expect(priceOf("HK", { HK: 0.05 })).toBe(50_000)
    expect(priceOf("ZZ", { ZZ: 0.05 })).toBe(50_000)
    expect(priceOf("HK", { HK: 0 })).toBe(0)
    expect(priceOf("HK", { GB: 0.05 })).toBe(priceOf("HK"))
  })

  test("an override above all prices is what an unknown country costs, one below them is not", () => {
    expect(priceOf("ZZ", { HK: 2 })).toBe(2_000_000)
    expect(priceOf("ZZ", { HK: 0.01 })).toBe(highest)
  })
})

test("dollars become whole micros, and micros dollars", () => {
  expect(dollars(0.0083)).toBe(8300)
  expect(dollars(0.1 + 0.2)).toBe(300_000)
  expect(toDollars(8300)).toBe(0.0083)
})
