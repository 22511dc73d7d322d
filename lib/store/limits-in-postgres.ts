import type { Limits, Taken } from "@/lib/limits/limits"
import type { Database } from "@/lib/store/database"
import { giveBack } from "@/lib/store/limit-rows"
import { nothing, type Statement, sql, unhurried } from "@/lib/store/sql"
import { type Taker, takerColumns, takersOf, takingTogether } from "@/lib/store/take-together"

/**
 * The `WITH` parts that look whether any budget of a part `asked`, of rows by `askedRow`, is used up and, if none is, take one of each.
 * Each row is taken on condition, so that of a thousand at once no more get one than there are. `and` is a further condition for taking any.
 */
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

/** Budgets in Postgres: one statement takes one of each, or of none, for all who ask in the same moment. */
export function limitsInPostgres({ sql: door }: Pick<Database, "sql">): Limits {
  const take = takersOf<Taker, object>(
    door,
    (lot, now) => sql`WITH ${takingTogether(lot, now)} SELECT ${takerColumns} FROM takers k, ${unhurried}`,
  )
  return {
    async take(budgets, now): Promise<Taken> {
      const answer = await take({ budgets, now })
      return "taken" in answer ? answer : { taken: true }
    },
    giveBack: (keys, now, count = 1) => giveBack(door, keys, now, count),
  }
}
