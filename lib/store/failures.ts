import type { Failures } from "@/lib/challenge/failures"
import type { Database } from "@/lib/store/database"

/** Counts of wrong guesses, always in Postgres, so that they outlive Redis. */
export const failures = (db: Database): Failures => ({
  async read(key) {
    return (await db.failureCount.findUnique({ where: { key } })) ?? undefined
  },

  async record(key, charged, now) {
    const more = charged ? 1 : 0
    await db.$executeRaw`
      INSERT INTO "FailureCount" AS f ("key", "count", "charged", "lastAt") VALUES (${key}, 1, ${more}, ${now}::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET "count" = f."count" + 1, "charged" = f."charged" + EXCLUDED."charged",
        "lastAt" = GREATEST(f."lastAt", EXCLUDED."lastAt")`
  },

  async clear(key) {
    const rows = await db.$queryRaw<
      { count: number }[]
    >`DELETE FROM "FailureCount" WHERE "key" = ${key} RETURNING "count"`
    return rows[0]?.count ?? 0
  },
})
