import type { Limits } from "@/lib/limits/limits"
import type { Database } from "@/lib/store/database"
import { after } from "@/lib/time"

/** Budgets in Postgres: one conditional statement takes one, or no row comes back. */
export const limitsInPostgres = (db: Database): Limits => ({
  async take(key, { points, window }, now) {
    const fresh = after(now, window)
    const taken = await db.$executeRaw`
      INSERT INTO "Limit" AS l ("key", "spent", "resetsAt") VALUES (${key}, 1, ${fresh}::timestamptz)
      ON CONFLICT ("key") DO UPDATE SET
        "spent" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN 1 ELSE l."spent" + 1 END,
        "resetsAt" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN EXCLUDED."resetsAt" ELSE l."resetsAt" END
      WHERE l."resetsAt" <= ${now}::timestamptz OR l."spent" < ${points}`
    if (taken === 1) return { taken: true }
    const full = await db.limit.findUnique({ where: { key } })
    return { taken: false, retryAt: full?.resetsAt ?? fresh }
  },

  async giveBack(key, now, count = 1) {
    await db.$executeRaw`
      UPDATE "Limit" SET "spent" = GREATEST(0, "spent" - ${count}::int)
      WHERE "key" = ${key} AND "resetsAt" > ${now}::timestamptz`
  },
})
