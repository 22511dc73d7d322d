import type { Asked, UsedUp } from "@/lib/limits/limits"
import { askedRow, giveBack } from "@/lib/store/limit-rows"
import { momentIn, rowsOf, type Sql, type Statement, sql } from "@/lib/store/sql"
import { together } from "@/lib/store/together"

/** One of those who take at once: it wants one of each of its budgets, or of none. */
export type Taker = { budgets: readonly Asked[]; now: Date }

/** What a statement with `takingTogether` in it says of each taker, by `takerColumns`. */
type TakerRow = { item: number; holds: boolean; full: string | null; retryAt: Date | null; got: string[] }

/**
 * Runs one statement for many takers and answers each its own row, or which of its budgets is used up. Of a budget that has not as many left
 * as are asked for at once nothing is taken, and each taker asks again alone: so the last ones go to those who came first. Where a
 * race used a budget up in between, what was taken of the others is given back, and the taker asks again.
 */
export function takersOf<One extends Taker, Row extends object>(
  door: Sql,
  statement: (lot: readonly One[], now: Date) => Statement,
): (one: One) => Promise<Row | UsedUp> {
  const ask = async (lot: readonly One[]): Promise<(TakerRow & Row)[]> => {
    const { now } = lot[lot.length - 1] as One
    const rows = await door.rows<TakerRow & Row>(statement(lot, now))
    const answers: (TakerRow & Row)[] = []
    for (const row of rows) answers[row.item] = row
    return answers
  }
  const askTogether = together(ask)
  return async (one) => {
    let row = await askTogether(one)
    for (;;) {
      const { full, retryAt } = row
      const used = one.budgets.find(({ key }) => key === full)
      if (used && retryAt) return { taken: false, quota: used.quota, retryAt }
      if (row.holds) return row
      await giveBack(door, row.got, one.now, 1)
      row = (await ask([one]))[0] as TakerRow & Row
    }
  }
}

/**
 * The `WITH` parts that take for each taker of a lot one of each of its budgets, or of none. `holders` are the items of those who got
 * theirs: the condition of what is done for them in the same statement.
 */
export const takingTogether = (lot: readonly Taker[], now: Date): Statement => sql`
  asked AS (
    SELECT * FROM jsonb_to_recordset(${rowsOf(lot.flatMap(budgetsOf))}::jsonb)
      AS a("item" int, "place" int, "key" text, "points" int, "fresh" timestamptz)
  ), wanted AS (
    SELECT "key", max("points") AS "points", count(*)::int AS "count" FROM asked GROUP BY "key"
  ), short AS (
    -- Each by its key, and never by all that have not ended, whatever the planner believes of the table.
    SELECT w."key", l."resetsAt", l."spent" >= w."points" AS "isEmpty" FROM wanted w
    LEFT JOIN LATERAL (
      SELECT * FROM "Limit" l WHERE l."key" = w."key" AND ${momentIn(sql`l."resetsAt"`)} > ${now}::timestamptz LIMIT 1
    ) AS l ON true
    WHERE COALESCE(l."spent", 0) + w."count" > w."points"
  ), refused AS (
    SELECT DISTINCT ON (a."item") a."item", s."key", s."resetsAt", s."isEmpty" FROM asked a JOIN short s ON s."key" = a."key"
    ORDER BY a."item", s."isEmpty" DESC NULLS LAST, a."place"
  ), taken AS (
    INSERT INTO "Limit" AS l ("key", "spent", "resetsAt")
    SELECT a."key", count(*)::int, max(a."fresh") FROM asked a
    WHERE NOT EXISTS (SELECT FROM refused r WHERE r."item" = a."item") GROUP BY a."key" ORDER BY a."key"
    ON CONFLICT ("key") DO UPDATE SET
      "spent" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN 0 ELSE l."spent" END + EXCLUDED."spent",
      "resetsAt" = CASE WHEN l."resetsAt" <= ${now}::timestamptz THEN EXCLUDED."resetsAt" ELSE l."resetsAt" END
    WHERE l."resetsAt" <= ${now}::timestamptz
      OR l."spent" + EXCLUDED."spent" <= (SELECT w."points" FROM wanted w WHERE w."key" = l."key")
    RETURNING l."key"
  ), takers AS (
    SELECT a."item", r."key" AS "full", r."resetsAt" AS "retryAt", r."isEmpty",
      r."item" IS NULL AND bool_and(a."key" = ANY(ARRAY(SELECT "key" FROM taken))) AS "holds",
      array_agg(a."key") FILTER (WHERE r."item" IS NULL AND a."key" = ANY(ARRAY(SELECT "key" FROM taken))) AS "got"
    FROM asked a LEFT JOIN refused r ON r."item" = a."item"
    GROUP BY a."item", r."item", r."key", r."resetsAt", r."isEmpty"
  ), holders AS (
    SELECT "item" FROM takers WHERE "holds"
  )`

const budgetsOf = ({ budgets, now }: Taker, item: number) =>
  budgets.map((asked, place) => ({ item, ...askedRow(now)(asked, place) }))

/** The columns of `takers` that tell each what became of its budgets. */
export const takerColumns: Statement = sql`
  k."item", k."holds", CASE WHEN k."isEmpty" THEN k."full" END AS "full", CASE WHEN k."isEmpty" THEN k."retryAt" END AS "retryAt",
  COALESCE(k."got", '{}') AS "got"`
