import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { drained, faded, writtenAt } from "@/lib/store/draining-rows"
import { rowsOf, type Statement, sql, unhurried } from "@/lib/store/sql"

/** Somebody who signed in, by a keyed hash, and the budgets around them. */
export type Person = { person: string; charges: readonly DrainingCharge[]; now: Date }

/**
 * Counts people who signed in, in one statement: each by what a half-life has left of the last time that they counted. The realm's row
 * may not be there yet; any other that is not has nothing to make room for.
 */
export function countPeople(people: readonly Person[]): Statement {
  const now = people.reduce((latest, person) => (person.now > latest ? person.now : latest), new Date(0))
  const distinct = [...new Map(people.map((one) => [one.person, one])).values()]
  const rows = distinct.flatMap(({ person, charges }) =>
    charges.map(({ name, key, policy: { drains, halfLife } }) => ({ person, name, key, drains, halfLife })),
  )
  return sql`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${rowsOf(rows)}::jsonb)
        AS a("person" text, "name" text, "key" text, "drains" float8, "halfLife" float8)
    ), counted AS (
      INSERT INTO "PhoneCredit" AS c ("phone", "at")
      SELECT p, ${now}::timestamptz FROM unnest(${distinct.map(({ person }) => person)}::text[]) p ORDER BY p
      ON CONFLICT ("phone") DO UPDATE SET "before" = c."at", "at" = GREATEST(c."at", EXCLUDED."at")
      RETURNING "phone", EXTRACT(EPOCH FROM ${now}::timestamptz - "before") * 1000 AS "age"
    ), added AS (
      SELECT a."key", a."name", a."drains", a."halfLife",
        sum(CASE WHEN c."age" IS NULL THEN 1 ELSE 1 - 0.5 ^ LEAST(50, GREATEST(0, c."age"::float8) / a."halfLife") END) AS "weight"
      FROM asked a JOIN counted c ON c."phone" = a."person" GROUP BY a."key", a."name", a."drains", a."halfLife"
    )
    INSERT INTO "DrainingBudget" AS g ("key", "open", "verified", "at")
    SELECT a."key", 0, a."weight", ${now}::timestamptz FROM added a, ${unhurried}
    WHERE a."name" = 'realm' OR (SELECT true FROM "DrainingBudget" g WHERE g."key" = a."key" LIMIT 1) ORDER BY a."key"
    ON CONFLICT ("key") DO UPDATE SET
      "open" = (SELECT ${drained(now)} FROM added a WHERE a."key" = g."key"),
      "verified" = (SELECT ${faded(now)} + a."weight" FROM added a WHERE a."key" = g."key"), "at" = ${writtenAt(now)}`
}
