import { expect, test } from "vitest"
import { bd, door, inTurn, withMoney } from "@/lib/testing/door"
import { testDatabase } from "@/lib/testing/test-database"

test("an opinion that two messages ask for at once is owed once, and not at all once both are verified", async () => {
  const opinions = { source: "twilio", ask: async () => 0.1 } as const
  const { ask } = await door({ policy: withMoney, opinions })
  await ask(bd(0), "BD")
  const address = "10.9.9.9"
  const answers = await Promise.all(
    [1, 2].map((index) => ask(bd(1), "BD", { subject: `other${index}@example.com`, address })),
  )
  const db = await testDatabase({ empty: false })
  const owed = async () => {
    const rows = await db.exposure.findMany({ where: { scope: { startsWith: "lookups-" } } })
    return rows.map(({ open }) => Math.round(open))
  }
  expect(await owed()).toEqual([1, 1, 1])
  await inTurn(2, async (index) => answers[index]?.verify?.())
  expect(await owed()).toEqual([0, 0, 0])
})
