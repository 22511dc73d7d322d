import { expect, test } from "vitest"
import { person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"

const { details } = person()

test("leave that was given is given back where the challenge cannot be written: no wait, no count, no money is left", async () => {
  const auth = await testAuth()
  const db = await testDatabase({ empty: false })
  await db.$executeRawUnsafe(`CREATE FUNCTION refuse_all() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$`)
  await db.$executeRawUnsafe(
    'CREATE TRIGGER "refuse" BEFORE INSERT ON "Challenge" FOR EACH ROW EXECUTE FUNCTION refuse_all()',
  )
  try {
    expect((await auth.call("register", { body: details })).status).toBe(503)
    await auth.settled()
  } finally {
    await db.$executeRawUnsafe('DROP TRIGGER "refuse" ON "Challenge"')
    await db.$executeRawUnsafe("DROP FUNCTION refuse_all()")
  }
  // Nothing stands in the ledger as on its way.
  expect((await db.decision.findMany()).filter(({ outcome }) => outcome !== "not-sent")).toEqual([])
  expect((await db.budget.findMany()).filter(({ spent }) => Number(spent) > 0)).toEqual([])
  expect((await auth.call("register", { body: details })).status).toBe(201)
  expect(auth.outbox).toHaveLength(1)
})
