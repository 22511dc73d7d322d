import type { TestAuth } from "@/lib/testing/test-auth"
import { testDatabase } from "@/lib/testing/test-database"
import { seconds } from "@/lib/time"

/** What is put in the record while something happens, in a second of the clock of its own. */
export async function recordedDuring(auth: TestAuth, happening: () => Promise<unknown>) {
  await auth.settled()
  auth.pass(seconds(1))
  const began = auth.now()
  await happening()
  await auth.settled()
  const db = await testDatabase({ empty: false })
  const rows = await db.event.findMany({ where: { at: { gt: began } }, orderBy: { at: "asc" } })
  return rows.map(({ id: _, at: __, ...row }) => row)
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
