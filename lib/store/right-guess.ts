import { lift } from "@/lib/challenge/guess-policy"
import type { RightGuess } from "@/lib/challenge/right-guess"
import { askedKeys, askedRows, drained, faded, writtenAt } from "@/lib/store/draining-rows"
import { momentIn, type Statement, sql } from "@/lib/store/sql"
import { after } from "@/lib/time"

/** The challenge of this id while it may be used up, as a condition on a row `c`. */
export const isLive = (id: string, now: Date): Statement => sql`
  c."id" = ${id} AND c."usedAt" IS NULL AND ${momentIn(sql`c."expiresAt"`)} > ${now}::timestamptz`

/**
 * The `WITH` parts by which a right guess takes back what it was charged, after a part `won` that has one row if it is the one that
 * counts. The count of wrong guesses ends and says how many came before, so that of several right ones at once only one takes
 * them along. Rows are joined and not asked for in conditions: a statement that waited for one looks at the others as they were.
 */
export const takeBack = (guess: RightGuess, now: Date): Statement => sql`
  cleared AS (
    DELETE FROM "FailureCount" f USING won WHERE f."key" = ${guess.row} RETURNING ${mistyped(guess)}
  ), mistyped AS (
    SELECT COALESCE(max("count"), 0) AS "count", COALESCE(max("paid"), 0) AS "paid" FROM cleared
  ), returned AS (
    UPDATE "Limit" l SET "spent" = GREATEST(0, l."spent" - 1 - CASE WHEN l."key" = ${guess.budgets[0] ?? ""} THEN m."count" ELSE 0 END)
    FROM won, mistyped m WHERE l."key" = ANY(${[...guess.budgets]}::text[]) AND ${momentIn(sql`l."resetsAt"`)} > ${now}::timestamptz
  ), ${guess.lift ? lifted(guess.lift, now) : forgiven(guess, now)}`

/** How many wrong guesses come back, and how many of them to the draining budgets, of a row `f` of "FailureCount". */
const mistyped = ({ challenge, onlyCharged }: RightGuess) => {
  const paid = sql`${onlyCharged}::boolean`
  if (challenge === undefined) return sql`f."count", CASE WHEN ${paid} THEN f."charged" ELSE f."count" END AS "paid"`
  return sql`
    CASE WHEN f."challengeId" = ${challenge} THEN f."atChallenge" ELSE 0 END AS "count",
    CASE WHEN f."challengeId" IS DISTINCT FROM ${challenge} THEN 0 WHEN ${paid} THEN f."chargedThere" ELSE f."atChallenge" END AS "paid"`
}

/** Locked in the order of their keys, as charges are. What has nothing to give back is left alone: the realm's row is everybody's. */
const forgiven = ({ charges }: RightGuess, now: Date) => sql`
  asked AS (${askedRows(charges)}), locked AS (
    SELECT g."key" FROM "DrainingBudget" g JOIN asked a ON a."key" = g."key", won, mistyped m
    WHERE g."key" = ${askedKeys} AND a."weight" + m."paid" > 0 ORDER BY g."key" FOR UPDATE OF g
  ), forgiven AS (
    UPDATE "DrainingBudget" g SET "open" = GREATEST(0, ${drained(now)} - a."weight" - m."paid"), "verified" = ${faded(now)},
      "at" = ${writtenAt(now)}
    FROM asked a, locked, mistyped m WHERE g."key" = ${askedKeys} AND a."key" = g."key" AND locked."key" = g."key"
  )`

const lifted = (account: NonNullable<RightGuess["lift"]>, now: Date) => {
  const most = sql`${Math.max(0, account.policy.capacity - lift.leaves)}::float8`
  return sql`
  asked AS (${askedRows([account])}), lifted AS (
    UPDATE "DrainingBudget" g SET "open" = LEAST(${drained(now)}, ${most}), "at" = ${now}::timestamptz,
      "liftedAt" = ${now}::timestamptz
    FROM asked a, won WHERE g."key" = ${askedKeys} AND a."key" = g."key" AND ${drained(now)} > ${most}
      AND (g."liftedAt" IS NULL OR g."liftedAt" <= ${after(now, -lift.atMostEvery)}::timestamptz)
  )`
}
