import type { Database } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { after, type Duration, type Now, seconds } from "@/lib/time"

/** What is looked up for `/metrics`: living budgets by their names, in millionths of a dollar; open breakers by kind; the mode. */
export type Figures = {
  budgets: readonly { name: string; spent: number }[]
  breakers: readonly { scope: string; count: number }[]
  level: number
}

/** However many ask, the database is asked once in so long. */
const keeps: Duration = seconds(10)

/** Looks the figures up in one statement, at most once in ten seconds. Undefined where the database does not answer. */
export function figures({ sql: door }: Pick<Database, "sql">, now: Now): () => Promise<Figures | undefined> {
  let last: { until: Date; found: Promise<Figures | undefined> } | undefined
  return () => {
    const at = now()
    if (last && at < last.until) return last.found
    const found = door
      .rows<Figures>(sql`
        SELECT
          (SELECT COALESCE(jsonb_agg(jsonb_build_object('name', "name", 'spent', "spent")), '[]') FROM "Budget"
            WHERE "endsAt" > ${at}::timestamptz AND "name" NOT LIKE 'whitelabel:%') AS "budgets",
          (SELECT COALESCE(jsonb_agg(jsonb_build_object('scope', o."kind", 'count', o."count")), '[]') FROM (
            SELECT split_part("scope", ':', 1) AS "kind", count(*) AS "count" FROM "Exposure"
            WHERE "until" > ${at}::timestamptz GROUP BY 1) o) AS "breakers",
          COALESCE((SELECT "level" FROM "ModeChange" ORDER BY "number" DESC LIMIT 1), 0) AS "level"`)
      .then(
        ([row]) => row,
        () => undefined,
      )
    last = { until: after(at, keeps), found }
    return found
  }
}
