import type { Asked, Limits, Taken, UsedUp } from "@/lib/limits/limits"
import type { Database } from "@/lib/store/database"
import { momentIn, nothing, rowsOf, type Sql, type Statement, sql, unhurried } from "@/lib/store/sql"
import { after } from "@/lib/time"

/** What a statement with `taking` in it says of the budgets, by `takenColumns`. */
export type TakenRow = { full: string | null; retryAt: Date | null; taken: string[] }

/**
 * The `WITH` parts that look whether any budget is used up and, if none is, take one of each. Each row is taken on condition, so
 * that of a thousand at once no more get one than there are.
 */
export const taking = (asked: readonly Asked[], now: Date): Statement => sql`
  asked AS (
    SELECT * FROM jsonb_to_recordset(${rowsOf(asked.map(askedRow(now)))}::jsonb)
      AS a("place" int, "key" text, "points" int, "fresh" timestamptz)
  ), ${takeAsked(now)}`

/** One budget as a row of `asked`. */
export const askedRow =
  (now: Date) =>
  ({ key, quota: { points, window } }: Asked, place: number) => ({ place, key, points, fresh: after(now, window) })

/** The same of a part `asked` that is there already, of such rows. `and` is a further condition for taking any. */
export const takeAsked = (now: Date, and: Statement = nothing): Statement => sql`
  gone AS (
    -- Each by its key, and never by all that have not ended, whatever the planner believes of the table.
    SELECT a."key", l."resetsAt" FROM asked a, LATERAL (SELECT * FROM "Limit" l WHERE l."key" = a."key" LIMIT 1) AS l
    WHERE l."resetsAt" > ${now}::timestamptz AND l."spent" >= a."points" ORDER BY a."place" LIMIT 1
  ), taken AS (
    INSERT INTO "Limit" AS l ("key", "spent", "resetsAt")
    SELECT a."key", 1, a."fresh" FROM asked a WHERE NOT EXISTS (SELECT FROM gone) ${and} ORDER BY a."key"
    ${orOneMore(sql`(SELECT a."points" FROM asked a WHERE a."key" = l."key")`, now)}
    RETURNING l."key"
  )`

/** How an INSERT of a fresh budget takes one of a row `l` that is there already, if it has as many as `points`. */
export const orOneMore = (points: Statement, now: Date): Statement => sql`
  ON CONFLICT ("key") DO UPDATE SET
    "spent" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN 1 ELSE l."spent" + 1 END,
    "resetsAt" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN EXCLUDED."resetsAt" ELSE l."resetsAt" END
  WHERE l."resetsAt" <= ${now}::timestamptz OR l."spent" < ${points}`

/** Whether there was one in each of them: the condition of what is done for it in the same statement. */
export const isTaken: Statement = sql`(SELECT count(*) FROM taken) = (SELECT count(*) FROM asked)`

/** The columns of a `TakenRow`. */
export const takenColumns: Statement = sql`
  (SELECT "key" FROM gone) AS "full", (SELECT "resetsAt" FROM gone) AS "retryAt",
  COALESCE((SELECT array_agg("key") FROM taken), '{}') AS "taken"`

/**
 * Runs a statement with `taking` in it and answers its row, or which budget is used up. Where a race used one up in between, what
 * was taken of the others is given back, and the statement, which did nothing else, runs again.
 */
export async function takeWith<Row extends TakenRow>(
  door: Sql,
  asked: readonly Asked[],
  now: Date,
  statement: Statement,
): Promise<Row | UsedUp> {
  for (;;) {
    const [row] = (await door.rows<Row>(statement)) as [Row]
    const used = asked.find(({ key }) => key === row.full)
    if (used && row.retryAt) return { taken: false, quota: used.quota, retryAt: row.retryAt }
    if (row.taken.length === asked.length) return row
    await giveBack(door, row.taken, now, 1)
  }
}

async function giveBack(door: Sql, keys: readonly string[], now: Date, count: number): Promise<void> {
  if (keys.length === 0) return
  await door.run(sql`
    UPDATE "Limit" SET "spent" = GREATEST(0, "spent" - ${count}::int)
    WHERE "key" = ANY(${keys}::text[]) AND ${momentIn(sql`"resetsAt"`)} > ${now}::timestamptz`)
}

/** Budgets in Postgres: one statement takes one of each, or of none. */
export const limitsInPostgres = ({ sql: door }: Pick<Database, "sql">): Limits => ({
  async take(asked, now): Promise<Taken> {
    const answer = await takeWith(
      door,
      asked,
      now,
      sql`WITH ${taking(asked, now)} SELECT ${takenColumns} FROM ${unhurried}`,
    )
    return answer.taken === false ? answer : { taken: true }
  },
  giveBack: (keys, now, count = 1) => giveBack(door, keys, now, count),
})
