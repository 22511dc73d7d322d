import { describe, expect, test } from "vitest"
import type { JudgedDecision } from "@/lib/firewall/ledger/ledger"
import { messageFrom } from "@/lib/firewall/message"
import { dollars } from "@/lib/firewall/money"
import { opinionPolicy } from "@/lib/firewall/opinions/policy"
import { mayPay } from "@/lib/firewall/opinions/worth"
import { firewallPolicy } from "@/lib/firewall/policy"
import { twilioPumpingRisk } from "@/lib/outside/twilio-pumping-risk"
import { askingDoor, spentOn, toBangladesh } from "@/lib/testing/asking-door"
import { bd, door, inTurn, kinds, us, withMoney } from "@/lib/testing/door"
import { localServer } from "@/lib/testing/local-server"
import { testDatabase } from "@/lib/testing/test-database"

const { price } = opinionPolicy

describe("an opinion of a number is bought", () => {
  test("only where a bad one would change what becomes of the message", async () => {
    const { asked, ...world } = await askingDoor(0.1)
    expect(kinds(await toBangladesh(world, 4))).toEqual(["sent", "sent", "sent", "limited"])
    // Nothing stands open for the first, and nothing lets the fourth pass.
    expect(asked).toEqual([bd(1), bd(2)])
  })

  test("only where it costs less than what it saves of the text", async () => {
    const cheap = { ...opinionPolicy, price: dollars(0.5) }
    const { asked, ...world } = await askingDoor(1, { policy: { opinions: cheap } })
    expect(kinds(await toBangladesh(world, 4))).toEqual(["sent", "sent", "sent", "limited"])
    expect(asked).toEqual([])
    // Three verified beside four that are open: what it would save is less than half of the text.
    const free = {
      countryFree: { money: 0, least: 3, most: 3 },
      strangerPrefix: { ...firewallPolicy.strangerPrefix, free: 99 },
    }
    const half = { ...opinionPolicy, price: dollars(0.3) }
    const trusted = await askingDoor(0.1, { policy: { ...free, opinions: half } })
    for (let index = 0; index < 3; index++) await (await trusted.ask(bd(index), "BD")).verify?.()
    for (let index = 3; index < 9; index++) await trusted.ask(bd(index), "BD")
    expect(trusted.asked).toEqual([])
    const { ask, asked: atHome } = await askingDoor(1)
    await inTurn(20, (index) => ask(us(index), "US"))
    expect(atHome).toEqual([])
  })

  test("the less, the more people verify there", async () => {
    const { ask, asked, auth } = await askingDoor(0.1, { policy: { countryFree: { money: 0, least: 3, most: 3 } } })
    for (let index = 0; index < 40; index++) {
      const { verify } = await ask(bd(index), "BD")
      await verify?.()
    }
    auth.pass(1)
    await toBangladesh({ ask }, 3)
    expect(asked).toEqual([])
  })

  test("of nobody who is known", async () => {
    const { ask, asked } = await askingDoor(1)
    await inTurn(3, (index) => ask(bd(index), "BD"))
    asked.length = 0
    await inTurn(3, (index) => ask(bd(10 + index), "BD", { to: "known", whose: "home" }))
    expect(asked).toEqual([])
  })

  test("nowhere that hides its accounts: the answer, or its time, would tell", async () => {
    const { ask, asked } = await askingDoor(1)
    const { admission } = await ask(bd(0), "BD")
    const [first] = await (await testDatabase({ empty: false })).decision.findMany()
    const message = { ...messageFrom(first as unknown as JudgedDecision, first?.price ?? 0), number: bd(1) }
    expect(admission).toBeDefined()
    expect(mayPay(message, firewallPolicy)).toBe(true)
    expect(mayPay({ ...message, realm: "goodcity" }, firewallPolicy)).toBe(false)
    expect(asked).toEqual([])
  })

  test("with money of its own, and with none left nobody is asked, and nobody refused", async () => {
    const { lookup } = firewallPolicy
    const little = { hour: 2 * price, day: 2 * price }
    const limited = { ...lookup, budgets: { ...lookup.budgets, country: little } }
    const { asked, ...world } = await askingDoor(0.1, { policy: { lookup: limited } })
    expect(kinds(await toBangladesh(world, 3))).toEqual(["sent", "sent", "sent"])
    expect(asked).toEqual([bd(1)])
  })
})

test("an opinion that cannot be had refuses nobody, and what was asked for stays paid", async () => {
  const world = await askingDoor(undefined)
  expect(kinds(await toBangladesh(world, 4))).toEqual(["sent", "sent", "sent", "limited"])
  expect(world.asked).toEqual([bd(1), bd(2)])
  const [first, second] = await world.decisions()
  expect(second).toMatchObject({ opinion: null, reserved: (first?.price ?? 0) + price })
})

test("a service that hangs costs people its deadline, and nothing else", async () => {
  const silent = await localServer(() => undefined)
  const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "t", baseUrl: silent.url, timeout: 100 }
  const asked: string[] = []
  const riskOf = twilioPumpingRisk(account, () => undefined)
  const ask = (e164: string) => {
    asked.push(e164)
    return riskOf(e164)
  }
  const world = await door({ policy: withMoney, opinions: { source: "twilio", ask } })
  expect(kinds(await toBangladesh(world, 3))).toEqual(["sent", "sent", "sent"])
  expect(asked).toEqual([bd(1), bd(2)])
})

test("two messages to one number at once buy one opinion, and the other's money comes back", async () => {
  const world = await askingDoor(0.1)
  await world.ask(bd(0), "BD")
  await Promise.all([1, 2].map((index) => world.ask(bd(1), "BD", { subject: `other${index}@example.com` })))
  expect(world.asked).toEqual([bd(1)])
  expect(await spentOn("lookups:BD:2026-03-01")).toEqual([price, price])
})
