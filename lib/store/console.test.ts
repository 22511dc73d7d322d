import { describe, expect, test } from "vitest"
import { person } from "@/lib/testing/people"
import { testDatabase } from "@/lib/testing/test-database"
import { testLedger as ledger } from "@/lib/testing/test-ledger"
import { days, hours, minutes } from "@/lib/time"

test("an empty ledger answers with nothing", async () => {
  const { console, since } = await ledger()
  expect(await console.byDay(since(days(30)))).toEqual([])
  expect(await console.byHour(since(days(1)))).toEqual([])
  expect(await console.byCountry(since(days(1)))).toEqual([])
  expect(await console.byRule(since(days(1)))).toEqual([])
  expect(await console.modes(5)).toEqual([])
  expect(await console.decisions({ most: 5 })).toEqual([])
})

test("spent is the final price where it is known, else what was reserved, of messages that left", async () => {
  const { console, write, refuse, since } = await ledger()
  await write(minutes(1), { finalPrice: 7000, verifiedAt: since(0) })
  await write(minutes(2), { outcome: "unknown" })
  await write(minutes(3), { outcome: "not-sent" })
  await write(minutes(3), { outcome: "decoy", price: 0, reserved: 0 })
  await refuse(minutes(4), "conversion")
  await write(days(2))
  expect(await console.byDay(since(hours(1)))).toMatchObject([
    { asked: 5, sent: 2, verified: 1, refused: 1, spent: 15_000 },
  ])
})

test("sums stay exact beyond what 32 bits hold", async () => {
  const { console, write, since } = await ledger()
  for (let times = 0; times < 3; times++) await write(minutes(times), { reserved: 2_000_000_000 })
  expect((await console.byDay(since(days(1))))[0]?.spent).toBe(6_000_000_000)
})

test("days are the calendar's, in UTC, the oldest first", async () => {
  const { console, write, since } = await ledger()
  await write(hours(12))
  await write(hours(13), { verifiedAt: since(0) })
  await write(minutes(1))
  const found = await console.byDay(since(days(2)))
  expect(found.map(({ at, sent, verified }) => [at.toISOString(), sent, verified])).toEqual([
    ["2026-03-09T00:00:00.000Z", 1, 1],
    ["2026-03-10T00:00:00.000Z", 2, 0],
  ])
})

test("hours are the clock's, in UTC", async () => {
  const { console, write, since } = await ledger()
  await write(minutes(29))
  await write(minutes(31))
  await write(minutes(89), { verifiedAt: since(0) })
  const found = await console.byHour(since(hours(3)))
  expect(found.map(({ at, sent, verified }) => [at.toISOString(), sent, verified])).toEqual([
    ["2026-03-10T11:00:00.000Z", 2, 1],
    ["2026-03-10T12:00:00.000Z", 1, 0],
  ])
})

test("countries come with their own verified share and spend, the dearest first", async () => {
  const { console, write, refuse, since } = await ledger()
  await write(minutes(1), { verifiedAt: since(0) })
  await write(minutes(2))
  await write(minutes(3), { country: "GB", reserved: 52_000 })
  await refuse(minutes(4), "captcha", { country: null })
  expect(await console.byCountry(since(days(1)))).toEqual([
    { country: "GB", asked: 1, sent: 1, verified: 0, refused: 0, spent: 52_000 },
    { country: "US", asked: 2, sent: 2, verified: 1, refused: 0, spent: 16_000 },
  ])
})

test("what was refused alike within a minute is one row, and counts in every figure as often as it was asked for", async () => {
  const { console, write, refuse, since } = await ledger()
  for (const _ of [1, 2, 3]) await refuse(minutes(4), "conversion", { recipient: "one", fold: "one" })
  for (const _ of [1, 2]) await refuse(minutes(5), "conversion", { recipient: "two", fold: "two" })
  for (const _ of [1, 2, 3, 4]) await refuse(minutes(6), "address-budget", { country: null, price: 0, fold: "door" })
  await write(minutes(3), { recipient: "two" })
  const figures = { asked: 10, sent: 1, verified: 0, refused: 9, spent: 8000 }
  expect(await console.byDay(since(days(1)))).toMatchObject([figures])
  expect(await console.byHour(since(days(1)))).toMatchObject([figures])
  expect(await console.byCountry(since(days(1)))).toEqual([{ ...figures, country: "US", asked: 6, refused: 5 }])
  const none = { passed: 0, passedPrice: 0 }
  expect(await console.byRule(since(days(1)))).toEqual([
    { rule: "conversion", refused: 5, price: 40_000, saved: 24_000, ...none },
    { rule: "address-budget", refused: 4, price: 0, saved: 0, ...none },
  ])
  const listed = await console.decisions({ most: 9 })
  expect(listed.map(({ refusedBy, count }) => [refusedBy, count])).toEqual([
    [null, 1],
    ["conversion", 3],
    ["conversion", 2],
    ["address-budget", 4],
  ])
})

test("prices of what was refused a million times stay exact", async () => {
  const { console, refuse, since } = await ledger()
  await refuse(minutes(1), "conversion", { fold: "one" })
  const db = await testDatabase({ empty: false })
  await db.decision.updateMany({ data: { count: 1_000_000 } })
  expect((await console.byRule(since(days(1))))[0]).toMatchObject({ refused: 1_000_000, price: 8_000_000_000 })
})

describe("what a rule saved", () => {
  test("is the price of what it refused, but for what was merely late", async () => {
    const { console, refuse, write, since } = await ledger()
    await refuse(minutes(50), "conversion", { recipient: "one" })
    await refuse(minutes(50), "attack-mode", { recipient: "two" })
    await write(minutes(20), { recipient: "two" })
    await refuse(hours(3), "attack-mode", { recipient: "three" })
    await write(minutes(20), { recipient: "three" })
    const found = await console.byRule(since(days(1)))
    const none = { passed: 0, passedPrice: 0 }
    expect(found).toEqual([
      { rule: "attack-mode", refused: 2, price: 16_000, saved: 8000, ...none },
      { rule: "conversion", refused: 1, price: 8000, saved: 8000, ...none },
    ])
  })

  test("is nothing while the firewall only observes, and what it would have been is told apart", async () => {
    const { console, write, since } = await ledger()
    await write(minutes(5), { refusedBy: "conversion" })
    const [rule] = await console.byRule(since(days(1)))
    expect(rule).toEqual({ rule: "conversion", refused: 0, price: 0, saved: 0, passed: 1, passedPrice: 8000 })
  })

  test("a real refusal is recorded with its price, a decoy without", async () => {
    const { auth, console } = await ledger()
    const { details } = person(0)
    await auth.call("register", { body: details })
    await auth.call("register", { body: { ...details, firstname: "Sam" } })
    await auth.callTo("goodcity", "sendPin", { body: { mobile: "+85291234567" } })
    await auth.settled()
    const found = await console.decisions({ most: 9 })
    expect(found.map(({ to, price, reserved }) => [to, price > 0, reserved > 0])).toContainEqual([
      "newcomer",
      true,
      true,
    ])
    expect(found.map(({ to }) => to)).toContain("decoy")
    for (const { to, price } of found) expect(price > 0).toBe(to === "newcomer")
  })
})
