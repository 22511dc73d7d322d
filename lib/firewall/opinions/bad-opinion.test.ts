import { describe, expect, test } from "vitest"
import { opinionPolicy } from "@/lib/firewall/opinions/policy"
import { firewallPolicy } from "@/lib/firewall/policy"
import list from "@/lib/firewall/prices.json"
import { replay } from "@/lib/firewall/replay/replay"
import { pastOf } from "@/lib/store/past"
import { askingDoor, spentOn, toBangladesh } from "@/lib/testing/asking-door"
import { bd, inTurn, kinds, withMoney } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"
import { minutes } from "@/lib/time"

const { price } = opinionPolicy

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
    expect((await world.ask(bd(2), "BD")).refusal).toMatchObject({ kind: "limited", quota: { name: "country" } })
    const { exposure } = await testDatabase({ empty: false })
    expect(await exposure.findFirst({ where: { scope: "country:BD" } })).toMatchObject({ until: null })
  })

  test("leaves whoever got a text another, though the first stands open", async () => {
    const { ask, auth } = await askingDoor(0.9)
    const subject = "person@example.com"
    await auth.core.firewall.opinions.ask(bd(0))
    expect(kinds([await ask(bd(0), "BD", { subject })])).toEqual(["sent"])
    auth.pass(minutes(5))
    expect(kinds([await ask(bd(0), "BD", { subject })])).toEqual(["sent"])
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
