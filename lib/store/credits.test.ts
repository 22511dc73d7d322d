import { expect, test } from "vitest"
import { guessPolicy } from "@/lib/challenge/guess-policy"
import { creditAfter } from "@/lib/firewall/ledger/credits"
import { firewallPolicy } from "@/lib/firewall/policy"
import { drainingBudgets } from "@/lib/store/draining-budgets"
import { bd, door, inTurn, kinds, withMoney } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"
import { after, days, hours, minutes } from "@/lib/time"

const scopeOf = async (scope: string) =>
  (await testDatabase({ empty: false })).exposure.findUnique({ where: { scope } })

test("a phone counts once however often and wherever it signs in at once, and later what brings it back to one", async () => {
  const db = await testDatabase({ empty: true })
  const charges = [{ name: "realm", key: "realm", policy: guessPolicy.realm, weight: 1 }] as const
  const [one, other] = [drainingBudgets(db), drainingBudgets(db)]
  const at = new Date("2026-03-01T12:00:00Z")
  const counted = async () => (await db.drainingBudget.findUniqueOrThrow({ where: { key: "realm" } })).verified
  await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 ? one : other).vouch("phone", charges, at)))
  expect(await counted()).toBe(1)
  await one.vouch("phone", charges, after(at, days(5)))
  expect(await counted()).toBeCloseTo(1)
  // A clock that runs behind takes nothing back.
  await other.vouch("phone", charges, at)
  expect(await counted()).toBeCloseTo(1)
  await one.vouch("phone", charges, after(at, days(65)))
  expect(await counted()).toBeCloseTo(1)
  await one.vouch("another", charges, after(at, days(65)))
  expect(await counted()).toBeCloseTo(2)
})

test("what a phone counts for comes back to one, and never beyond it", () => {
  expect(creditAfter(Number.POSITIVE_INFINITY, days(3))).toBe(1)
  expect(creditAfter(0, days(3))).toBe(0)
  expect(creditAfter(days(3), days(3))).toBe(0.5)
  expect(creditAfter(days(6), days(3)) + 0.25).toBe(1)
})

test("one phone that verifies under ten emails counts once, and leaves nothing open", async () => {
  const { auth, ask } = await door({ policy: withMoney })
  await inTurn(10, async () => {
    auth.pass(hours(3))
    const answer = await ask(bd(1), "BD")
    expect(answer.refusal).toBeUndefined()
    await answer.verify?.()
  })
  for (const scope of ["country:BD", "client:web"]) {
    const found = await scopeOf(scope)
    expect(found?.verified).toBeCloseTo(1, 1)
    expect(found?.verified).toBeLessThanOrEqual(1.001)
    expect(found?.open).toBeCloseTo(0)
  }
})

test("ten verifications of one phone at once count once", async () => {
  const { auth, ask } = await door({ policy: withMoney })
  const answers = await inTurn(5, async () => {
    auth.pass(minutes(1))
    return ask(bd(1), "BD")
  })
  expect(kinds(answers)).toEqual(["sent", "sent", "sent", "limited", "limited"])
  await Promise.all(answers.map(({ verify }) => verify?.()))
  expect((await scopeOf("country:BD"))?.verified).toBeCloseTo(1)
})

test("one phone makes no country a home, and five phones do", async () => {
  const served = async (phones: number) => {
    const { auth, ask } = await door({ policy: withMoney })
    await inTurn(10, async (index) => {
      auth.pass(hours(2))
      const answer = await ask(bd(index % phones), "BD")
      await answer.verify?.()
    })
    const asked = await inTurn(60, (index) => ask(bd(20 + index), "BD"))
    return kinds(asked).filter((kind) => kind === "sent").length
  }
  expect(await served(1)).toBeLessThanOrEqual(4)
  expect(await served(10)).toBeGreaterThan(20)
})

test("a phone that counted of late wins no probe", async () => {
  const country = { ...firewallPolicy.country, probes: 4, closeAfter: 2 }
  const { auth, ask } = await door({ policy: { ...withMoney, country } })
  const sim = await ask(bd(1), "BD")
  await sim.verify?.()
  const flood = await inTurn(12, (index) => ask(bd(10 + index), "BD"))
  expect(kinds(flood)).toContain("limited")
  auth.pass(hours(1))
  await inTurn(2, async (index) => {
    const probe = await ask(bd(1), "BD", { subject: `again${index}@example.com` })
    expect(probe.refusal).toBeUndefined()
    await probe.verify?.()
  })
  expect((await scopeOf("country:BD"))?.until).not.toBeNull()
})
