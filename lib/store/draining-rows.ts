import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/** Charges as rows in the order of the list, so that one statement serves all of them. Durations are in milliseconds. */
export function askedRows(charges: readonly DrainingCharge[]): Statement {
  const rows = charges.map(({ name, key, weight, policy }, place) => {
    const { capacity, drains, perVerified, halfLife, underSuspicion = capacity } = policy
    return { place, name, key, weight, capacity, drains, perVerified, halfLife, underSuspicion }
  })
  return sql`SELECT * FROM jsonb_to_recordset(${rowsOf(rows)}::jsonb) AS a("place" int, "name" text, "key" text,
    "weight" float8, "capacity" float8, "drains" float8, "perVerified" float8, "halfLife" float8, "underSuspicion" float8)`
}

/** A moment of ours, or one that a row tells. */
type Moment = Date | Statement

/** Milliseconds since the row `g` was written; a clock that runs behind another machine's drains nothing. */
const age = (now: Moment) => sql`GREATEST(0, EXTRACT(EPOCH FROM ${now}::timestamptz - g."at") * 1000)::float8`

/** What of the row `g` has not drained by now, by the policy of the row `a`. */
export const drained = (now: Moment): Statement => sql`GREATEST(0, g."open" - ${age(now)} / a."drains")`

/** What its people still count. Beyond fifty half-lives nothing is left, and the power would underflow. */
export const faded = (now: Moment): Statement => sql`(g."verified" * 0.5 ^ LEAST(50, ${age(now)} / a."halfLife"))`

/** When a row was last written: never before what it says already. */
export const writtenAt = (now: Moment): Statement => sql`GREATEST(g."at", ${now}::timestamptz)`

/**
 * Adds to budgets without asking whether there is room, as the end of a statement whose `WITH` names the rows `asked`. `which` is a
 * condition on a row `a` of these.
 */
export const addWeights = (which: Statement, now: Date): Statement => sql`
  INSERT INTO "DrainingBudget" AS g ("key", "open", "verified", "at")
  SELECT a."key", a."weight", 0, ${now}::timestamptz FROM asked a WHERE ${which} ORDER BY a."key"
  ON CONFLICT ("key") DO UPDATE SET
    "open" = (SELECT ${drained(now)} + a."weight" FROM asked a WHERE a."key" = g."key"),
    "verified" = (SELECT ${faded(now)} FROM asked a WHERE a."key" = g."key"), "at" = ${writtenAt(now)}`

/**
 * The row `g` of each row `a` of `asked`, or nulls. It is looked up by its key, one after the other: a plan that was made while the
 * table was small would rather read all of it, and stay so as it grows.
 */
export const withBudgets: Statement = sql`
  asked a LEFT JOIN LATERAL (SELECT * FROM "DrainingBudget" g WHERE g."key" = a."key" LIMIT 1) AS g ON true`

/** The keys of `asked`, as the array by which the index is asked: for an UPDATE, for the same reason. */
export const askedKeys: Statement = sql`ANY (ARRAY(SELECT "key" FROM asked))`
