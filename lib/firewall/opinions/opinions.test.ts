import { describe, expect, test } from "vitest"
import type { JudgedDecision } from "@/lib/firewall/ledger/ledger"
import { messageFrom } from "@/lib/firewall/message"
import { dollars } from "@/lib/firewall/money"
import { opinionPolicy } from "@/lib/firewall/opinions/policy"
import { mayPay } from "@/lib/firewall/opinions/worth"
import { firewallPolicy } from "@/lib/firewall/policy"
import list from "@/lib/firewall/prices.json"
import { replay } from "@/lib/firewall/replay/replay"
import { pastOf } from "@/lib/store/past"
import { bd, door, inTurn, kinds, us, withMoney } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"

type Options = Parameters<typeof door>[0]

/** A door where an outside service thinks this of every number, and the numbers that it was asked about. */
async function askingDoor(score: number | undefined, { policy, ...options }: Options = {}) {
  const asked: string[] = []
  const ask = async (e164: string) => {
    asked.push(e164)
    return score
  }
  const opinions = { source: "twilio", ask } as const
  return { ...(await door({ ...options, policy: { ...withMoney, ...policy }, opinions })), asked }
}

/** Newcomers of Bangladesh, where a text is dear and three may stand open. */
const toBangladesh = ({ ask }: Pick<Awaited<ReturnType<typeof door>>, "ask">, count: number, options = {}) =>
  inTurn(count, (index) => ask(bd(index), "BD", options))

const { price } = opinionPolicy
const spentOn = async (name: string) => {
  const rows = await (await testDatabase({ empty: false })).budget.findMany({ where: { name: { startsWith: name } } })
  return rows.map(({ spent }) => Number(spent))
}

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

describe("a bad opinion", () => {
  test.each(["good token", "no token"])(
    "alone refuses nobody, in none of the dearest countries, with a %s",
    async (kind) => {
      // Of all together more asks without a token than may, bad opinions or not.
      const strictLane = { ...firewallPolicy.strictLane, free: 1000 }
      const { ask, auth } = await askingDoor(1, { policy: { strictLane } })
      const dearest = Object.entries(list.prices).sort(([, one], [, other]) => other - one)
      const countries = dearest.slice(0, 40).map(([country]) => country)
      const answers = await inTurn(countries.length, async (index) => {
        const e164 = `+99${String(index).padStart(3, "0")}1234567`
        await auth.core.firewall.opinions.ask(e164)
        return ask(e164, countries[index] ?? "", kind === "no token" ? { token: null } : {})
      })
      expect(new Set(kinds(answers))).toEqual(new Set(["sent"]))
    },
  )

  test("weighs what others left open threefold, and is owed like a text", async () => {
    const { asked, decisions, ...world } = await askingDoor(0.8)
    const answers = await toBangladesh(world, 5)
    expect(kinds(answers)).toEqual(["sent", "limited", "limited", "limited", "limited"])
    // Refused numbers buy no opinions without end.
    expect(asked).toEqual([bd(1), bd(2)])
    const [, second] = await decisions()
    expect(second).toMatchObject({ outcome: "refused", refusedBy: "conversion", opinion: 0.8, reserved: price })
    expect(second?.verdicts).toContainEqual({
      rule: "outside-opinion",
      verdict: "admit",
      why: { source: "twilio", score: 0.8 },
    })
    expect(JSON.stringify(second?.verdicts)).toContain('"weighs":3')
  })

  test("trips no breaker, so that bad numbers shut nobody out", async () => {
    const world = await askingDoor(0.9, { policy: { countryFree: { money: 0, least: 4, most: 4 } } })
    expect(kinds(await toBangladesh(world, 3))).toEqual(["sent", "sent", "limited"])
    // Nor where the opinion is remembered.
    expect((await world.ask(bd(2), "BD")).refusal?.kind).toBe("limited")
    const { exposure } = await testDatabase({ empty: false })
    expect(await exposure.findFirst({ where: { scope: "country:BD" } })).toMatchObject({ until: null })
  })

  test("is paid for once, and for what is remembered nothing is spent", async () => {
    const world = await askingDoor(0.9)
    await toBangladesh(world, 2)
    expect(await spentOn("lookups:BD:2026-03-01")).toEqual([price, price])
    const again = await world.ask(bd(1), "BD")
    expect(again.refusal?.kind).toBe("limited")
    expect(world.asked).toEqual([bd(1)])
    expect(await spentOn("lookups:BD:2026-03-01")).toEqual([price, price])
  })

  test("refuses nothing where the firewall only observes, and is written down", async () => {
    const world = await askingDoor(0.9, { enforce: false })
    expect(kinds(await toBangladesh(world, 3))).toEqual(["sent", "sent", "sent"])
    const [, second] = await world.decisions()
    expect(second).toMatchObject({ outcome: "admitted", refusedBy: "conversion", opinion: 0.9 })
  })

  test("is as bad when the past is run through the rules again", async () => {
    const world = await askingDoor(0.9)
    await toBangladesh(world, 3)
    const db = await testDatabase({ empty: false })
    const policy = { ...firewallPolicy, ...withMoney }
    const since = new Date("2026-03-01T00:00:00Z")
    const { after } = await replay(pastOf(db, since), { policy, countries: "all" }, [])
    expect(after).toMatchObject({ sent: 1, refused: 2 })
    const trusting = { ...policy, opinions: { ...opinionPolicy, bad: 1 } }
    expect((await replay(pastOf(db, since), { policy: trusting, countries: "all" }, [])).after.sent).toBe(3)
  })
})

test("an opinion that cannot be had refuses nobody, and what was asked for stays paid", async () => {
  const world = await askingDoor(undefined)
  expect(kinds(await toBangladesh(world, 4))).toEqual(["sent", "sent", "sent", "limited"])
  expect(world.asked).toEqual([bd(1), bd(2)])
  const [first, second] = await world.decisions()
  expect(second).toMatchObject({ opinion: null, reserved: (first?.price ?? 0) + price })
})

test("two messages to one number at once buy one opinion, and the other's money comes back", async () => {
  const world = await askingDoor(0.1)
  await world.ask(bd(0), "BD")
  await Promise.all([1, 2].map((index) => world.ask(bd(1), "BD", { subject: `other${index}@example.com` })))
  expect(world.asked).toEqual([bd(1)])
  expect(await spentOn("lookups:BD:2026-03-01")).toEqual([price, price])
})
