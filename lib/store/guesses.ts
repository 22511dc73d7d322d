import { waitAfter } from "@/lib/challenge/failures"
import { knownDeviceCap } from "@/lib/challenge/guess-policy"
import type { Attempt, Guesses } from "@/lib/challenge/guesses"
import type { Asked } from "@/lib/limits/limits"
import { accountBy } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { addWeights, askedRows } from "@/lib/store/draining-rows"
import { deviceRows, shownAs } from "@/lib/store/known-device"
import { askedRow, giveBack } from "@/lib/store/limit-rows"
import { takeAsked } from "@/lib/store/limits-in-postgres"
import { heldTarget, spentOf, type TriedRow, toTried, triedColumns } from "@/lib/store/spend-try"
import { nothing, rowsOf, type Statement, sql, unhurried } from "@/lib/store/sql"
import { waitEnds } from "@/lib/store/waits"

type Answer = {
  isHome: boolean
  row: string
  count: number
  until: Date | null
  full: number | null
  retryAt: Date | null
  asked: number
  taken: string[]
} & Partial<TriedRow>

/** Guesses in Postgres. */
export const guesses = ({ sql: door }: Pick<Database, "sql">): Guesses => ({
  async begin(attempt, now) {
    for (;;) {
      const [answer] = await door.rows<Answer>(begin(attempt, now))
      const { isHome, row, count, until, full, retryAt, asked, taken, ...tried } = answer as Answer
      const { budgets, target } = attempt
      const used = full === null ? undefined : (isHome ? budgets.device : budgets.stranger)[full]
      if (used && retryAt) return { quota: used.quota, retryAt }
      if (until) return { quota: { name: "wait", points: 1, window: waitAfter(count) }, retryAt: until }
      if (taken.length === asked) return { isHome, row, budgets: taken, tried: target && toTried(tried as TriedRow) }
      // A race used one up between the look and the taking: the next look tells which.
      await giveBack(door, taken, now, 1)
    }
  },

  async fail({ row, challenge = null, charged }, charges, now) {
    const paid = charged ? 1 : 0
    await door.run(sql`
      WITH asked AS (${askedRows(charges)}), counted AS (
        INSERT INTO "FailureCount" AS f ("key", "count", "charged", "lastAt", "challengeId", "atChallenge", "chargedThere")
        VALUES (${row}, 1, ${paid}::int, ${now}::timestamptz, ${challenge}, 1, ${paid}::int)
        ON CONFLICT ("key") DO UPDATE SET "count" = f."count" + 1, "charged" = f."charged" + EXCLUDED."charged",
          "lastAt" = GREATEST(f."lastAt", EXCLUDED."lastAt"), "challengeId" = EXCLUDED."challengeId",
          "atChallenge" = 1 + CASE WHEN f."challengeId" = EXCLUDED."challengeId" THEN f."atChallenge" ELSE 0 END,
          "chargedThere" = EXCLUDED."charged" + CASE WHEN f."challengeId" = EXCLUDED."challengeId" THEN f."chargedThere" ELSE 0 END
      ) ${addWeights(sql`a."weight" > 0`, now)}`)
  },
})

function begin({ device, rows, budgets, target }: Attempt, now: Date): Statement {
  const nobody = { realm: "handbid", kind: "email", value: "" } as const
  const shown = deviceRows(device?.owner ?? nobody, shownAs(device?.shown), device?.since ?? now)
  const wanted = [...rowsFor(budgets.stranger, false, now), ...rowsFor(budgets.device, true, now)]
  return sql`
    WITH ${target ? sql`${heldTarget(target)}, ` : nothing}device AS (${shown}), home AS (
      SELECT ${rows.device}::text || d."device" AS "row" FROM device d
      WHERE COALESCE((SELECT f."count" FROM "FailureCount" f WHERE f."key" = ${rows.device}::text || d."device"), 0) < ${knownDeviceCap}::int
    ), guesser AS (
      SELECT EXISTS (SELECT FROM home) AS "isHome", COALESCE((SELECT "row" FROM home), ${rows.stranger}::text) AS "row"
    ), failed AS (
      SELECT f."count", ${waitEnds} AS "until"
      FROM guesser g, LATERAL (SELECT * FROM "FailureCount" f WHERE f."key" = g."row" LIMIT 1) AS f WHERE f."count" > 0
    ), asked AS (
      SELECT a."place", a."key" || CASE WHEN g."isHome" THEN g."row" ELSE '' END AS "key", a."points", a."fresh"
      FROM guesser g JOIN jsonb_to_recordset(${rowsOf(wanted)}::jsonb)
        AS a("place" int, "isHome" boolean, "key" text, "points" int, "fresh" timestamptz) ON a."isHome" = g."isHome"
    ), ${takeAsked(now, sql`AND NOT EXISTS (SELECT FROM failed w WHERE w."until" > ${now}::timestamptz) ${target ? first : nothing}`)}
      ${target ? sql`, ${spentOf(target, isTaken, now)}` : nothing}
    SELECT g."isHome", g."row", COALESCE((SELECT "count" FROM failed), 0) AS "count",
      (SELECT w."until" FROM failed w WHERE w."until" > ${now}::timestamptz) AS "until",
      (SELECT a."place" FROM asked a JOIN gone ON gone."key" = a."key") AS "full", (SELECT "resetsAt" FROM gone) AS "retryAt",
      (SELECT count(*) FROM asked)::int AS "asked", ARRAY(SELECT t."key" FROM taken t JOIN asked a USING ("key") ORDER BY a."place") AS "taken"
      ${target ? sql`, ${triedColumns(now)}` : nothing}
    FROM ${unhurried}, guesser g
      ${target ? sql`LEFT JOIN spent ON true LEFT JOIN ${accountBy(sql`spent."accountId"`)} AS a ON true` : nothing}`
}

/** Whether there was one in each of them. */
const isTaken = sql`(SELECT count(*) FROM taken) = (SELECT count(*) FROM asked)`

/** Nothing is taken before the target is held. */
const first = sql`AND (SELECT count(*) FROM held) >= 0`

const rowsFor = (asked: readonly Asked[], isHome: boolean, now: Date) =>
  asked.map((one, place) => ({ ...askedRow(now)(one, place), isHome }))
