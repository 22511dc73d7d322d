import { describe, expect, test } from "vitest"
import { changed, policyOf } from "@/bench/policy-file"
import { flood, inRows, proxies, solved } from "@/bench/simulate/attacks"
import { drive } from "@/bench/simulate/drive"
import { measure } from "@/bench/simulate/measure"
import { peopleOf } from "@/bench/simulate/people"
import { driveQuickly } from "@/bench/simulate/quickly"
import { randomFrom } from "@/bench/simulate/random"
import { scenario, scenarioNames } from "@/bench/simulate/scenarios"
import { inOrder, readTrace } from "@/bench/simulate/trace"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { testDatabase } from "@/lib/testing/test-database"
import { hours } from "@/lib/time"

const person = { ip: "203.0.113.7", email: "pat@example.com", phone: "+13035551234", country: "US", label: "human" }
const bot = (index: number) => ({
  ...{ at: 1000 * index, ip: "198.51.100.9", op: "register", email: `bot${index}@mail.example`, label: "bot" },
  phone: `+1303556${1000 + index}`,
  country: "US",
  captcha: 0.9,
})
const lines = (...all: object[]) => all.map((line) => JSON.stringify(line)).join("\n")

/** The test database, for a run that begins with nothing. */
const emptied = async () => ({ db: await testDatabase({ empty: true }), close: async () => undefined })

describe("an outside trace", () => {
  test("is run as it is written, and measured as bench/README.md says", async () => {
    const text = lines(
      { ...person, at: 0, op: "register", captcha: 0.9 },
      { ...person, at: 20_000, op: "verify", captcha: null, pin: "wrong" },
      { ...person, at: 30_000, op: "verify", captcha: null, pin: "right" },
      ...Array.from({ length: 20 }, (_, index) => bot(index)),
      { ...person, at: 90_000_000, op: "check-email", captcha: "invalid" },
      { ...person, at: 90_010_000, op: "verify", captcha: null, pin: "right" },
    )
    const trace = readTrace("outside", text)
    const measured = measure(trace, await drive(trace, { database: await emptied() }))
    expect(measured).toEqual({
      scenario: "outside",
      bot: { attempts: 20, sent: 10, spend: 0.083, days: [0.083], undefendedSpend: 0.166, baselineSpend: 0.166 },
      people: { all: 1, served: 1, delayed: 0, refused: 0 },
      known: { all: 1, served: 1 },
      atHome: { all: 1, served: 1 },
      abroad: { all: 0, served: 0 },
      maxMode: 0,
    })
    expect(measure(trace, await driveQuickly(trace))).toEqual(measured)
  })

  test("a person who never got a message cannot type its PIN, and counts as refused", async () => {
    const text = lines({ ...person, at: 0, op: "verify", captcha: null, pin: "right" })
    const trace = readTrace("unsent", text)
    expect(measure(trace, await drive(trace, { database: await emptied() })).people).toEqual({
      all: 1,
      served: 0,
      delayed: 0,
      refused: 1,
    })
  })

  test("the baseline lets good tokens through, and 10 in 5 minutes of an address without", () => {
    const without = Array.from({ length: 30 }, (_, index) => ({ ...bot(index), captcha: null }))
    const outcomes = readTrace("baseline", lines(...without)).lines.map((line) => ({
      line,
      refusal: undefined,
      sent: [],
    }))
    const { undefendedSpend, baselineSpend } = measure({ name: "baseline" }, { outcomes, maxMode: 0 }).bot
    expect([undefendedSpend, baselineSpend]).toEqual([0.249, 0.083])
  })

  test.each([
    ["not JSON", "{", "line 1: it is not JSON"],
    ["an unknown op", lines({ ...person, at: 0, op: "dance" }), "line 1"],
    ["a line after good ones", lines({ ...person, at: 0, op: "resend" }, { ...person, op: "resend" }), "line 2"],
  ])("with %s is refused, and the line is named", (_, text, words) => {
    expect(() => readTrace("bad.jsonl", text)).toThrow(words)
  })
})

test("a scenario is the same for the same seed, and another for another", () => {
  expect(scenario("gala", "one")).toEqual(scenario("gala", "one"))
  expect(scenario("gala", "one")).not.toEqual(scenario("gala", "two"))
  expect(scenarioNames).toContain("slow-and-low-week")
})

describe("the thresholds in force", () => {
  test("serve every guest of a gala, 25 a minute from one address", async () => {
    const people = peopleOf(randomFrom("gala"))
    const guests = Array.from({ length: 100 }, (_, guest) =>
      people.join(people.newPerson("198.51.100.7"), guest * 2400),
    )
    const trace = { name: "gala", lines: inOrder(guests.flat()) }
    const { all, served } = measure(trace, await drive(trace, { database: await emptied() })).people
    expect(all).toBeGreaterThan(80)
    expect(served).toBe(all)
  })

  test("leave a captcha farm on a row of dear numbers less than 2% of the money, and people none the worse", async () => {
    const random = randomFrom("farm")
    const people = peopleOf(random)
    const attack = { attempts: 300, from: hours(4), to: hours(6), captcha: solved(random) }
    const bots = flood({ ...attack, ip: proxies(300, random), phone: inRows("BD") })
    const trace = { name: "farm", lines: inOrder([...people.ordinary(100, 0, hours(6)), ...bots]) }
    const measured = measure(trace, await drive(trace, { database: await emptied() }))
    const { bot, people: served } = measured
    expect(bot.spend).toBeLessThan(0.02 * bot.undefendedSpend)
    expect(served.served).toBe(served.all)
    expect(measure(trace, await driveQuickly(trace))).toEqual(measured)
  })
})

describe("against somebody who has read them, the thresholds in force", () => {
  const run = async (name: string) => {
    const trace = scenario(name)
    return measure(trace, await driveQuickly(trace))
  }

  test("give whoever closes all other countries little, and a launch in one of them is served", async () => {
    const { bot, abroad, known } = await run("others-closed")
    expect(bot.spend).toBeLessThan(10)
    expect(abroad.served).toBeGreaterThanOrEqual(0.9 * abroad.all)
    expect(known.served).toBe(known.all)
  })

  test("keep a town open whose numbers others used up", async () => {
    const { atHome, known } = await run("town-poisoned")
    expect(atHome.served).toBeGreaterThanOrEqual(0.98 * atHome.all)
    expect(known.served).toBe(known.all)
  })

  test("give one SIM that proves a dear country less than 2% of the money", async () => {
    const { bot, atHome } = await run("one-sim")
    expect(bot.spend).toBeLessThan(0.02 * bot.undefendedSpend)
    expect(atHome.served).toBe(atHome.all)
  })
})

describe("a file of thresholds", () => {
  test("changes what it names, in words for money and time, and nothing else", () => {
    const policy = changed(firewallPolicy, { block: { free: 3, cool: "12h" }, countryFree: { money: "$1.50" } }, "")
    expect(policy.block).toEqual({ ...firewallPolicy.block, free: 3, cool: hours(12) })
    expect(policy.countryFree.money).toBe(dollars(1.5))
    expect({ ...policy, block: 0, countryFree: 0 }).toEqual({ ...firewallPolicy, block: 0, countryFree: 0 })
  })

  test("may price any country, and otherwise names no threshold that does not exist", () => {
    expect(changed(firewallPolicy, { prices: { BD: 0.1 } }, "").prices).toEqual({ BD: 0.1 })
    expect(() => changed(firewallPolicy, { block: { fre: 3 } }, "")).toThrow("there is no threshold block.fre")
    expect(() => changed(firewallPolicy, { block: { free: "many" } }, "")).toThrow("block.free must be a number")
  })

  test("may be a version of the console's policy, whose events hold throughout, within what an operator may save", () => {
    const event = {
      id: "1",
      name: "Gala",
      kind: "crowd",
      whitelabelId: 1,
      people: 100,
      from: "2026-03-01",
      until: "2026-03-02",
    }
    const policy = policyOf({ settings: { "block.free": 3 }, events: [event] })
    expect(policy.block).toEqual({ ...firewallPolicy.block, free: 3 })
    expect(policy.budgets.all.hour).toBeGreaterThan(firewallPolicy.budgets.all.hour)
    expect(() => policyOf({ settings: { "budgets.all.day": 5000 } })).toThrow("budgets.all.day: over-ceiling")
    expect(() => policyOf({ settings: { "block.fre": 3 } })).toThrow("no version")
  })
})
