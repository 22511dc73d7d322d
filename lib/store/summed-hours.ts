import type { Database } from "@/lib/store/database"
import { rulesIn, trafficIn } from "@/lib/store/figures-of-hours"
import { type Statement, sql } from "@/lib/store/sql"
import { after, type Duration, days, hours, minutes } from "@/lib/time"

/** A change that comes so long after its decision is written down beside it, since its hour may have been summed up by then. */
export const lateAfter: Duration = minutes(5)

/** Whether a change at this moment, an expression, to the decision `d` is late. */
export const isLate = (at: Statement): Statement => sql`d."at" < ${at} - interval '5 minutes'`

/** Writes down that what was summed up of this decision's hour is no more so, within the statement that changes it. */
export const putLate = (decidedAt: readonly Date[]): Statement => sql`
  INSERT INTO "LateChange" ("at") SELECT unnest(${decidedAt.map((at) => at.toISOString())}::timestamptz[])`

/**
 * An hour is summed up when nothing can change it any more without saying so: the hour after it is over, which may hold the message that made
 * a refusal merely late; what is late by then is written down; and whatever was not late is committed, as a statement ends in seconds.
 */
const settledAfter: Duration = hours(1) + lateAfter + minutes(5)

/** The console looks back 31 days at most. */
export const summedUp: Duration = days(32)

/** The summing up among Postgres' advisory locks. */
const lock = 7_226_554

/**
 * Sums up the hours of the ledger that are over, and those anew that changed since. Late changes are rows that are only added, and the
 * statement that takes them away reads the ledger in the same snapshot: a change is in what it reads, or its row is left for the next time.
 * The lock is taken before that snapshot, so that of two at once the later one writes last.
 */
export async function sumUp({ sql: door }: Pick<Database, "sql">, now: Date): Promise<void> {
  const end = new Date(Math.floor(after(now, -settledAfter).getTime() / hours(1)) * hours(1))
  const first = after(end, -summedUp)
  for (;;) {
    const more = await door.transaction(async (tx) => {
      await tx.rows(sql`SELECT pg_advisory_xact_lock(${lock}::bigint) IS NULL`)
      const [row] = await tx.rows<{ more: boolean }>(summingUp(first, end))
      return row?.more
    })
    if (!more) return
  }
}

const endOf = sql`h."hour" + interval '1 hour'`

/** A day of hours at most, so that the statement ends in time. */
const summingUp = (first: Date, end: Date): Statement => sql`
  WITH done AS MATERIALIZED (
    SELECT GREATEST(${first}::timestamptz, (SELECT "until" FROM "Progress" WHERE "of" = 'ledger')) AS "until"
  ), goal AS MATERIALIZED (
    SELECT LEAST(GREATEST(${end}::timestamptz, d."until"), d."until" + interval '24 hours') AS "until" FROM done d
  ), late AS (
    DELETE FROM "LateChange" WHERE "id" = ANY (ARRAY(SELECT "id" FROM "LateChange" ORDER BY "id" LIMIT 1000)) RETURNING "at"
  ), hours AS MATERIALIZED (
    SELECT generate_series(d."until", g."until" - interval '1 hour', interval '1 hour') AS "hour" FROM done d, goal g
    UNION
    SELECT c."hour" FROM late l, done d, LATERAL (
      VALUES (date_trunc('hour', l."at", 'UTC')), (date_trunc('hour', l."at", 'UTC') - interval '1 hour')) AS c("hour")
    WHERE c."hour" < d."until" AND c."hour" >= ${first}::timestamptz
  ), traffic AS (
    INSERT INTO "TrafficHour" ("hour", "country", "asked", "sent", "verified", "refused", "spent", "passkeys")
    SELECT h."hour", t."country", sum(t."asked"), sum(t."sent"), sum(t."verified"), sum(t."refused"), sum(t."spent"), sum(t."passkeys")
    FROM hours h CROSS JOIN LATERAL (${trafficIn(sql`h."hour"`, endOf)}) t GROUP BY 1, 2
    ON CONFLICT ("hour", "country") DO UPDATE SET "asked" = EXCLUDED."asked", "sent" = EXCLUDED."sent",
      "verified" = EXCLUDED."verified", "refused" = EXCLUDED."refused", "spent" = EXCLUDED."spent", "passkeys" = EXCLUDED."passkeys"
  ), rules AS (
    INSERT INTO "RuleHour" ("hour", "rule", "refused", "passed", "passedPrice", "price", "saved")
    SELECT r.* FROM hours h CROSS JOIN LATERAL (${rulesIn(sql`h."hour"`, endOf)}) r
    ON CONFLICT ("hour", "rule") DO UPDATE SET "refused" = EXCLUDED."refused", "passed" = EXCLUDED."passed",
      "passedPrice" = EXCLUDED."passedPrice", "price" = EXCLUDED."price", "saved" = EXCLUDED."saved"
  ), summed AS (
    INSERT INTO "Progress" ("of", "until") SELECT 'ledger', "until" FROM goal
    ON CONFLICT ("of") DO UPDATE SET "until" = EXCLUDED."until"
  )
  SELECT g."until" < ${end}::timestamptz OR (SELECT count(*) FROM late) = 1000 AS "more" FROM goal g`
