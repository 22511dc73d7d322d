import type { Failures } from "@/lib/challenge/failures"
import type { Database } from "@/lib/store/database"
import type { FailureCount } from "@/prisma/generated/client"

/** Counts of wrong PINs, always in Postgres, so that they outlive Redis. */
export const failures = (db: Database): Failures => ({
  async read(key) {
    return (await db.failureCount.findUnique({ where: { key } })) ?? undefined
  },

  async record(key, now) {
    const rows = await db.$queryRaw<FailureCount[]>`
      INSERT INTO "FailureCount" AS f ("key", "count", "lastAt") VALUES (${key}, 1, ${now}::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET "count" = f."count" + 1, "lastAt" = GREATEST(f."lastAt", EXCLUDED."lastAt")
      RETURNING *`
    return rows[0] as FailureCount
  },

  async liftCap(key, cap, before) {
    const { count } = await db.failureCount.updateMany({
      where: { key, count: { gte: cap }, lastAt: { lte: before } },
      data: { count: 0 },
    })
    return count === 1
  },

  async clear(key) {
    await db.failureCount.deleteMany({ where: { key } })
  },
})
