import { expect, test } from "vitest"
import { testLedger as ledger } from "@/lib/testing/test-ledger"
import { days, hours, minutes } from "@/lib/time"

const opened = async () => {
  const all = await ledger()
  const { since } = all
  return { ...all, range: { from: since(days(1)), to: since(0) } }
}

test("an empty ledger steers nobody", async () => {
  const { console, range } = await opened()
  expect(await console.byPrefix(range, 9)).toEqual([])
  expect(await console.takers(range, 9)).toEqual([])
  expect(await console.falseRefusals(range, 9)).toEqual({ refused: 0, verified: 0, byRule: [], newest: [] })
})

test("a prefix costs what left for its numbers, and the range ends before its end", async () => {
  const { console, write, refuse, since, range } = await opened()
  await write(minutes(1), { verifiedAt: since(0), finalPrice: 7000 })
  await write(minutes(2), { prefix: "+85291", country: "HK", reserved: 72_000 })
  await refuse(minutes(3), "conversion", { fold: "x" })
  await refuse(minutes(3), "conversion", { fold: "x" })
  await write(days(1))
  await write(days(1) + 1)
  await write(0)
  const hk = { country: "HK", prefix: "+85291", asked: 1, sent: 1, verified: 0, refused: 0, spent: 72_000 }
  const us = { country: "US", prefix: "+130355", asked: 4, sent: 2, verified: 1, refused: 2, spent: 15_000 }
  expect(await console.byPrefix(range, 9)).toEqual([hk, us])
  expect(await console.byPrefix(range, 1)).toEqual([hk])
})

test("whoever took most unverified money is named by number, row, prefix, network and place, without a whole hash", async () => {
  const { console, write, since, range } = await opened()
  const phone = "abcdefghijklmnop"
  for (const ago of [1, 2, 3]) await write(minutes(ago), { phone, to: "known", network: "networknetwork" })
  await write(minutes(4), { phone, network: "another", place: "198.51.100.0/24", verifiedAt: since(0) })
  await write(minutes(5), { phone: "once", block: "c", network: "m", place: "192.0.2.0/24", prefix: "+44" })
  const found = await console.takers(range, 9)
  expect(found.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual([
    "block b",
    "network networkn",
    "phone abcdefgh",
    "place 203.0.113.0/24",
    "prefix +130355",
  ])
  const one = { kind: "phone", sent: 4, verified: 1, known: 3, unverified: 24_000, prefix: "+130355", place: null }
  expect(found.find(({ kind }) => kind === "phone")).toMatchObject(one)
  expect(await console.takers(range, 0)).toEqual([])
})

test("a network that asks for numbers everywhere is named with the place, and without one prefix", async () => {
  const { console, write, range } = await opened()
  for (const at of [1, 2, 3]) await write(minutes(at), { phone: `p${at}`, block: `b${at}`, prefix: `+4479${at}` })
  const [network] = (await console.takers(range, 1)).filter(({ kind }) => kind === "network")
  expect(network).toMatchObject({ sent: 3, prefix: null, place: "203.0.113.0/24", unverified: 24_000 })
})

test("who is refused and verifies within a day is a false refusal of each rule that refused them", async () => {
  const { console, write, refuse, since, range } = await opened()
  await refuse(hours(5), "conversion", { phone: "one" })
  await refuse(hours(4), "conversion", { phone: "one" })
  await refuse(hours(3), "open-money", { phone: "one" })
  await write(hours(2), { phone: "one", network: "other", verifiedAt: since(hours(1)) })
  await refuse(hours(5), "conversion", { phone: "two" })
  await write(hours(4), { phone: "two" })
  const found = await console.falseRefusals(range, 9)
  expect(found).toMatchObject({ refused: 2, verified: 1 })
  expect(found.byRule).toEqual([
    { rule: "conversion", refused: 2, verified: 1 },
    { rule: "open-money", refused: 1, verified: 1 },
  ])
  expect(found.newest).toEqual([
    expect.objectContaining({ rule: "open-money", at: since(hours(3)), verifiedAt: since(hours(1)), count: 1 }),
    expect.objectContaining({ rule: "conversion", at: since(hours(5)), askedAt: since(hours(2)), count: 2 }),
  ])
  expect(found.newest[0]).toMatchObject({ isElsewhere: true, prefix: "+130355", country: "US" })
  expect((await console.falseRefusals(range, 1)).newest).toHaveLength(1)
})

test("no false refusal is one who verifies a text from before, who only waited, who came a day later, or a decoy", async () => {
  const { console, write, refuse, since } = await opened()
  const range = { from: since(days(3)), to: since(0) }
  await write(hours(6), { phone: "before", verifiedAt: since(hours(4)) })
  await refuse(hours(5), "conversion", { phone: "before" })
  await refuse(hours(5), "cool-down", { phone: "waited" })
  await write(hours(4), { phone: "waited", verifiedAt: since(hours(4)) })
  await refuse(hours(30), "growth", { phone: "late" })
  await write(hours(5), { phone: "late", verifiedAt: since(hours(5)) })
  await refuse(hours(5), "growth", { phone: "decoy", to: "decoy" })
  expect(await console.falseRefusals(range, 9)).toMatchObject({ refused: 2, verified: 0, newest: [] })
})
