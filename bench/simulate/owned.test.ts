import { expect, test } from "vitest"
import { measure } from "@/bench/simulate/measure"
import { driveQuickly } from "@/bench/simulate/quickly"
import { scenario } from "@/bench/simulate/scenarios"

const run = async (name: string) => {
  const trace = scenario(name)
  return measure(trace, await driveQuickly(trace))
}

// Accounts in dear countries are made the day before: that was their first, and this one is the second.
test.each([
  ["owned-accounts", 25],
  ["owned-verifying", 25],
  ["owned-at-gala", 25],
  ["midnight", 25],
  ["owned-dear", 37.5],
])(
  "%s: whoever owns accounts, or verifies, has a bounded day, half more a day after it, and people sign in",
  async (name, most) => {
    const { bot, known } = await run(name)
    for (const [index, day] of bot.days.entries()) expect(day).toBeLessThanOrEqual(most * 1.5 ** index)
    expect(known.served).toBe(known.all)
  },
)

test("a list of known emails is worth less than $10 to bots that work, and its people sign in", async () => {
  const { bot, people, known } = await run("known-list-work")
  expect(bot.puzzles).toBeGreaterThan(100)
  expect(bot.spend).toBeLessThan(10)
  expect([people.served, known.served]).toEqual([people.all, known.all])
})

test("calls that nobody answers keep nobody's texts", async () => {
  const { bot, people } = await run("calls-burnt")
  expect(bot.spend).toBeLessThan(10)
  expect(people.served).toBe(people.all)
})

test("people on networks where others verified get in, while bots come from networks that nobody saw before", async () => {
  const { atHome, known } = await run("carriers-fresh-home")
  const elsewhere = await run("fresh-home")
  expect(atHome.served / atHome.all).toBeGreaterThan(elsewhere.atHome.served / elsewhere.atHome.all + 0.1)
  expect(known.served).toBe(known.all)
})

test.each(["latchkey", "a", "b"])(
  "a carrier that loses every second text of a dear country shuts nobody out, seed %s",
  async (seed) => {
    const trace = scenario("carrier-outage", seed)
    const { people } = measure(trace, await driveQuickly(trace))
    // Whoever lost three texts and gave up is no one whom we refused.
    expect(people.served).toBeGreaterThan(0.985 * people.all)
  },
)
