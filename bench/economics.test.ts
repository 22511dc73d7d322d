import { describe, expect, test } from "vitest"
import { heardAtAnAccount, heardIn, modelAttacker, takeovers } from "@/bench/economics"
import { guessPolicy } from "@/lib/challenge/guess-policy"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { drainingBudgets } from "@/lib/store/draining-budgets"
import { elsewhere, join, wrong } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { after, days, hours, minutes } from "@/lib/time"

describe("by the policy's own numbers", () => {
  test("strangers get about a hundred guesses an account a year: one in 10,000 at six digits, one in 100 at four", () => {
    expect(heardAtAnAccount(1)).toBeGreaterThan(80)
    expect(heardAtAnAccount(1)).toBeLessThanOrEqual(105)
    expect(heardAtAnAccount(1) / 1e6).toBeLessThanOrEqual(1.05e-4)
    expect(heardAtAnAccount(1) / 1e4).toBeLessThanOrEqual(1.05e-2)
  })

  test("1,000 addresses and $400 a day take over at most one of 100,000 accounts in ten years at six digits", () => {
    expect(takeovers(10, 6, modelAttacker)).toBeLessThanOrEqual(1)
  })

  test("and at most six a year at four digits", () => {
    expect(takeovers(1, 4, modelAttacker)).toBeLessThanOrEqual(6)
  })

  test("more money buys nothing: what is scarce is addresses", () => {
    const rich = { ...modelAttacker, dollarsADay: 40_000 }
    expect(takeovers(1, 4, rich)).toBe(takeovers(1, 4, modelAttacker))
    expect(takeovers(1, 4, { ...rich, addresses: 100 })).toBeLessThan(1)
  })
})

/** One charge for each budget of a guess from this network at this account. */
const guessAt = (account: string, network: string): DrainingCharge[] =>
  (["account", "network", "place", "realm"] as const).map((name) => ({
    name,
    key: `${name} ${name === "account" ? account : name === "realm" ? "" : network}`,
    policy: guessPolicy[name],
    weight: 1,
  }))

describe("by the budgets as they are kept", () => {
  test("a year's attack on one account from ever new networks is heard no oftener than the model says", async () => {
    const budgets = drainingBudgets(await testDatabase({ empty: true }))
    let now = new Date("2026-03-01T00:00:00Z")
    let heard = 0
    for (let time = 0; time < 365 / 2.5; time++) {
      for (let again = 0; again < (time === 0 ? 20 : 2); again++)
        if ((await budgets.charge(guessAt("one", `${time}-${again}`), now)).taken) heard += 1
      now = after(now, hours(60))
    }
    const { capacity, drains } = guessPolicy.account
    expect(heard).toBeLessThanOrEqual(Math.ceil(heardIn(1, { capacity, drains })))
    expect(heard).toBeGreaterThan(heardIn(1, { capacity, drains }) - 5)
  })

  test("a year's spraying from one network over ever new accounts is heard no oftener than the model says", async () => {
    const budgets = drainingBudgets(await testDatabase({ empty: true }))
    let now = new Date("2026-03-01T00:00:00Z")
    let heard = 0
    for (let time = 0; time < 73; time++) {
      for (let again = 0; again < (time === 0 ? 40 : 2); again++)
        if ((await budgets.charge(guessAt(`${time}-${again}`, "one"), now)).taken) heard += 1
      now = after(now, days(5))
    }
    expect(heard).toBeLessThanOrEqual(Math.ceil(heardIn(1, guessPolicy.network)))
    expect(heard).toBeGreaterThan(heardIn(1, guessPolicy.network) - 5)
  })

  test("while a realm is under suspicion, networks that owe more than one PIN has tries are not heard", async () => {
    const db = await testDatabase({ empty: true })
    const budgets = drainingBudgets(db)
    const now = new Date("2026-03-01T00:00:00Z")
    for (let guess = 0; guess < 6; guess++) await budgets.charge(guessAt(`${guess}`, "noisy"), now)
    await db.drainingBudget.update({ where: { key: "realm " }, data: { open: guessPolicy.realm.capacity + 1 } })
    expect(await budgets.charge(guessAt("other", "noisy"), now)).toMatchObject({ taken: false, full: "network" })
    expect(await budgets.charge(guessAt("other", "quiet"), now)).toMatchObject({ taken: true })
  })

  test("of 100 guesses at once no more are heard than there is room for", async () => {
    const budgets = drainingBudgets(await testDatabase({ empty: true }))
    const now = new Date("2026-03-01T00:00:00Z")
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => budgets.charge(guessAt("one", `${index}`), now)),
    )
    expect(answers.filter(({ taken }) => taken)).toHaveLength(guessPolicy.account.capacity)
  })
})

describe("by the API", () => {
  test("a month of guessing at a known person costs the attacker all he has, and the owner at home nothing", async () => {
    const auth = await testAuth()
    const person = await join(auth)
    const home = { authorization: `Bearer ${person.accessToken}` }
    const ask = (headers = {}) =>
      auth.call("emailCheck", { body: { email: person.email }, headers, address: elsewhere() })
    const enter = (pin: string, headers = {}) =>
      auth.call("verifyPin", { body: { email: person.email, pin }, headers, address: elsewhere() })
    let heard = 0
    for (let day = 0; day < 30; day++) {
      await ask()
      for (let guess = 0; guess < 6; guess++)
        if ((await enter(wrong(auth.pinFor(person.phone)))).status === 401) heard += 1
      auth.pass(hours(3))
      if (day % 7 === 0) {
        const before = auth.outbox.length
        expect((await ask(home)).status).toBe(200)
        expect(auth.outbox).toHaveLength(before + 1)
        expect((await enter(auth.pinFor(person.phone), home)).status).toBe(200)
      }
      auth.pass(days(1) - hours(3) + minutes(1))
    }
    expect(heard).toBeLessThanOrEqual(Math.ceil(heardAtAnAccount(30 / 365) + 5))
    expect(heard).toBeGreaterThan(guessPolicy.account.capacity)
  })
})
