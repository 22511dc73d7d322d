import { expect, test } from "vitest"
import { noteUndelivered } from "@/lib/firewall/ledger/undelivered"
import { door, inTurn, kinds, withMoney } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"

const gb = (index: number) => `+4474${String(10_000_000 + index * 1_111_111).slice(-8)}`

/** The carrier delivers none of these, and says so, to two machines at once. */
const lose = async (asked: Awaited<ReturnType<typeof door>>, from: number, count: number) => {
  const { ask, auth } = asked
  const answers = await inTurn(count, (index) => ask(gb(from + index), "GB", { token: null }))
  for (const { admission } of answers) {
    if (!admission) continue
    await auth.core.firewall.ledger.hear(admission.id, { fate: "accepted", at: auth.now() })
    await auth.core.firewall.ledger.hear(admission.id, { fate: "undelivered", at: auth.now() })
    await Promise.all([noteUndelivered(admission.id, auth.core), noteUndelivered(admission.id, auth.core)])
  }
  return kinds(answers)
}

test("texts that a carrier did not deliver trip no breaker", async () => {
  const asked = await door({ policy: withMoney })
  for (let round = 0; round < 8; round++) expect(await lose(asked, round * 10, 10)).toEqual(Array(10).fill("sent"))
  const db = await testDatabase({ empty: false })
  expect((await db.exposure.findMany({ where: { until: { not: null } } })).map(({ scope }) => scope)).toEqual([])
})

test("a breaker that they tripped before the news came closes with it", async () => {
  const asked = await door({ policy: withMoney })
  const { ask, auth } = asked
  const answers = await inTurn(60, (index) => ask(gb(index), "GB", { token: null }))
  expect(kinds(answers)).toContain("limited")
  for (const { admission } of answers) {
    if (!admission) continue
    await auth.core.firewall.ledger.hear(admission.id, { fate: "undelivered", at: auth.now() })
    await noteUndelivered(admission.id, auth.core)
  }
  expect(kinds(await inTurn(5, (index) => ask(gb(100 + index), "GB", { token: null })))).toEqual(Array(5).fill("sent"))
})

test("what was delivered stays owed, whatever is said of it", async () => {
  const { ask, auth } = await door()
  const { admission } = await ask(gb(1), "GB")
  await auth.core.firewall.ledger.hear(admission?.id ?? "", { fate: "delivered", at: auth.now() })
  await noteUndelivered(admission?.id ?? "", auth.core)
  const db = await testDatabase({ empty: false })
  expect((await db.exposure.findUnique({ where: { scope: "country:GB" } }))?.open).toBeCloseTo(1)
})
