import type { TestAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

/** What is put in the record, or counted there once more, while something happens, in a second of the clock of its own. */
export async function recordedDuring(auth: TestAuth, happening: () => Promise<unknown>) {
  await auth.settled()
  auth.pass(seconds(1))
  const db = await testDatabase({ empty: false })
  const before = new Map((await db.event.findMany()).map(({ id, count }) => [id, count]))
  await happening()
  await auth.settled()
  const rows = await db.event.findMany({ orderBy: { at: "asc" } })
  return rows.filter(({ id, count }) => before.get(id) !== count).map(({ id: _, at: __, fold: ___, ...row }) => row)
}

/** Does something, and what follows its answers, while the record is out of reach. */
export async function withoutRecord(auth: TestAuth, happening: () => Promise<unknown>) {
  const db = await testDatabase({ empty: false })
  await db.$executeRaw`ALTER TABLE "Event" RENAME TO "EventElsewhere"`
  try {
    await happening()
    await auth.settled()
  } finally {
    await db.$executeRaw`ALTER TABLE "EventElsewhere" RENAME TO "Event"`
  }
}
