import { expect, test } from "vitest"
import type { LedgerEntry } from "@/lib/firewall/console"
import { groupAlike } from "@/lib/web/console/alike"

let made = 0
const decision = (changes: Partial<LedgerEntry>): LedgerEntry => {
  made += 1
  return {
    ...{ id: `d${made}`, at: new Date(1_000_000 - made), realm: "handbid", country: "GB", prefix: "+44790", count: 1 },
    ...{ outcome: "refused", refusedBy: "conversion", price: 40_000 },
    ...changes,
  } as LedgerEntry
}

test("refusals by one rule for one country are one entry, with the numbers that they were about", () => {
  const { groups } = groupAlike(
    [
      decision({}),
      decision({ prefix: "+44791", count: 3 }),
      decision({ prefix: "+44791" }),
      decision({ country: "HK" }),
    ],
    9,
  )
  expect(groups.map(({ newest, count, price }) => [newest.country, count, price])).toEqual([
    ["GB", 5, 200_000],
    ["HK", 1, 40_000],
  ])
  expect(groups[0]?.prefixes).toEqual([
    { prefix: "+44791", count: 4 },
    { prefix: "+44790", count: 1 },
  ])
})

test("messages that left stand alone, and rules and APIs are kept apart", () => {
  const left = { outcome: "delivered", refusedBy: null } as const
  const { groups } = groupAlike(
    [decision(left), decision(left), decision({}), decision({ refusedBy: "captcha" }), decision({ realm: "social" })],
    9,
  )
  expect(groups).toHaveLength(5)
})

test("the next page begins after the last decision that a group of this page holds", () => {
  const [first, second, alike, other] = [
    decision({ country: "US" }),
    decision({ country: "HK" }),
    decision({ country: "US" }),
    decision({ country: "FR" }),
  ] as [LedgerEntry, LedgerEntry, LedgerEntry, LedgerEntry]
  const page = groupAlike([first, second, alike, other], 2)
  expect(page.groups.map(({ count }) => count)).toEqual([2, 1])
  expect(page.last).toEqual({ at: alike.at, id: alike.id })
  expect(groupAlike([other], 2).groups[0]?.newest).toBe(other)
  expect(groupAlike([], 2)).toEqual({ groups: [] })
})
