import type { Asked, Limits, Taken } from "@/lib/limits/limits"
import type { Database } from "@/lib/store/database"
import { rowsOf, sql } from "@/lib/store/sql"
import { after } from "@/lib/time"

type Answer = { full: string | null; retryAt: Date | null; taken: string[] }

/**
 * Budgets in Postgres. One statement looks whether any is used up and, if none is, takes one of each; each row is taken on
 * condition, so that of a thousand at once no more get one than there are. Where a race used one up in between, what was
 * taken of the others is given back.
 */
export const limitsInPostgres = ({ sql: door }: Pick<Database, "sql">): Limits => {
  const giveBack: Limits["giveBack"] = async (keys, now, count = 1) => {
    if (keys.length === 0) return
    await door.run(sql`
      UPDATE "Limit" SET "spent" = GREATEST(0, "spent" - ${count}::int)
      WHERE "key" = ANY(${keys}::text[]) AND "resetsAt" > ${now}::timestamptz`)
  }
  const attempt = async (asked: readonly Asked[], now: Date): Promise<Answer> => {
    const rows = asked.map(({ key, quota: { points, window } }, place) => {
      return { place, key, points, fresh: after(now, window) }
    })
    const [answer] = await door.rows<Answer>(sql`
      WITH asked AS (
        SELECT * FROM jsonb_to_recordset(${rowsOf(rows)}::jsonb) AS a("place" int, "key" text, "points" int, "fresh" timestamptz)
      ), gone AS (
        SELECT l."key", l."resetsAt" FROM asked a JOIN "Limit" l ON l."key" = a."key"
        WHERE l."resetsAt" > ${now}::timestamptz AND l."spent" >= a."points" ORDER BY a."place" LIMIT 1
      ), taken AS (
        INSERT INTO "Limit" AS l ("key", "spent", "resetsAt")
        SELECT a."key", 1, a."fresh" FROM asked a WHERE NOT EXISTS (SELECT FROM gone) ORDER BY a."key"
        ON CONFLICT ("key") DO UPDATE SET
          "spent" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN 1 ELSE l."spent" + 1 END,
          "resetsAt" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN EXCLUDED."resetsAt" ELSE l."resetsAt" END
        WHERE l."resetsAt" <= ${now}::timestamptz
          OR l."spent" < (SELECT a."points" FROM asked a WHERE a."key" = l."key")
        RETURNING l."key"
      )
      SELECT (SELECT "key" FROM gone) AS "full", (SELECT "resetsAt" FROM gone) AS "retryAt",
        COALESCE((SELECT array_agg("key") FROM taken), '{}') AS "taken"`)
    return answer as Answer
  }
  return {
    async take(asked, now): Promise<Taken> {
      for (;;) {
        const { full, retryAt, taken } = await attempt(asked, now)
        const used = asked.find(({ key }) => key === full)
        if (used && retryAt) return { taken: false, quota: used.quota, retryAt }
        if (taken.length === asked.length) return { taken: true }
        await giveBack(taken, now)
      }
    },
    giveBack,
  }
}
