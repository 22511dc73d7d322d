import { expect, test } from "vitest"
import { type BooksNews, noNews } from "@/lib/firewall/books/news"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { alertReceiver } from "@/lib/testing/alert-receiver"
import { person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

const spent = (amount: number): BooksNews => ({
  ...noNews,
  budgets: [{ name: "country:GB:2026-03-10T12", spent: dollars(amount) }],
})

test("a budget that operators changed is told by what it holds now, and its parts once more", async () => {
  const { process, bodies } = await alertReceiver()
  const told = async (limit: number) => {
    const before = bodies().length
    const one = process({ ...firewallPolicy, special: { "country:GB": { hour: dollars(limit), day: dollars(900) } } })
    one.hear(spent(75))
    await one.settled()
    return bodies()
      .slice(before)
      .map(({ data }) => [data.percent, data.limitDollars])
      .sort()
  }
  expect(await told(200)).toEqual([])
  expect(await told(100)).toEqual([[50, 100]])
  expect(await told(75)).toEqual([
    [100, 75],
    [50, 75],
    [80, 75],
  ])
  expect(await told(100)).toEqual([])
})

test("what WhatsApp and look-ups may cost is told of as well", async () => {
  const { process, bodies } = await alertReceiver()
  const one = process()
  const { whatsapp, lookup } = firewallPolicy
  const half = (name: string, limit: number) => ({ name: `${name}:2026-03-10`, spent: limit / 2 })
  one.hear({ ...noNews, budgets: [half("whatsapp", whatsapp.day), half("lookups:US", lookup.budgets.country.day)] })
  await one.settled()
  expect(bodies().map(({ data }) => [data.budget, data.percent])).toEqual(
    expect.arrayContaining([
      ["whatsapp", 50],
      ["lookups:US", 50],
    ]),
  )
})

test("a text that leaves tells of the budget that it uses up, after its answer", async () => {
  const { process, bodies } = await alertReceiver()
  const all = { hour: dollars(0.012), day: dollars(100) }
  const policy = { ...firewallPolicy, budgets: { ...firewallPolicy.budgets, all } }
  const one = process(policy)
  const auth = await testAuth({ sameData: true, hear: one.hear, firewall: { policy } })
  expect((await auth.call("register", { body: person().details })).status).toBe(201)
  await one.settled()
  expect(bodies().map(({ type, data }) => [type, data.budget, data.window, data.percent])).toContainEqual([
    "budget",
    "all",
    "hour",
    50,
  ])
})
