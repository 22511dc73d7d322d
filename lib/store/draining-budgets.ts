import type { DrainingBudgets, DrainingCharge, DrainingName } from "@/lib/limits/draining-budgets"

import type { Database } from "@/lib/store/database"
import { countPeople, type Person } from "@/lib/store/draining-people"
import { askedKeys, askedRows, drained, faded, withBudgets, writtenAt } from "@/lib/store/draining-rows"
import { inBatches } from "@/lib/store/in-batches"
import { type Sql, type Statement, sql, unhurried } from "@/lib/store/sql"
import { after } from "@/lib/time"

/** Budgets that drain, in Postgres. */
export const drainingBudgets = ({ sql: door }: Pick<Database, "sql">): DrainingBudgets => {
  const count = inBatches((people: readonly Person[]) => door.run(countPeople(people)))

  return {
    async charge(charges, now) {
      const wanted = charges.filter(({ weight }) => weight > 0)
      for (;;) {
        const [answer] = await door.rows<Answer>(attempt(charges, now))
        const { full, over, left, taken } = answer as Answer
        if (full !== null) return { taken: false, full, retryAt: after(now, Math.max(1000, Math.ceil(over ?? 0))) }
        if (taken.length === wanted.length) return { taken: true, left: Math.max(0, left ?? 0) }
        // Somebody used one up since the look: what was taken of the others is given back, and the next look tells which.
        await giveBack(
          door,
          wanted.filter(({ key }) => taken.includes(key)),
          now,
        )
      }
    },
    vouch: (person, charges, now) => count({ person, charges, now }),
  }
}

/** Locked in the order of their keys, as they are charged: two at once wait for each other, and never in a circle. */
async function giveBack(door: Sql, charges: readonly DrainingCharge[], now: Date): Promise<void> {
  await door.run(sql`
    WITH asked AS (${askedRows(charges)}), locked AS (
      SELECT g."key" FROM "DrainingBudget" g WHERE g."key" = ${askedKeys} ORDER BY g."key" FOR UPDATE
    )
    UPDATE "DrainingBudget" g SET "open" = GREATEST(0, ${drained(now)} - a."weight"), "verified" = ${faded(now)},
      "at" = ${writtenAt(now)}
    FROM asked a, locked WHERE g."key" = ${askedKeys} AND a."key" = g."key" AND locked."key" = g."key"`)
}

type Answer = { full: DrainingName | null; over: number | null; left: number | null; taken: string[] }

/**
 * Looks whether any budget is full and, if none is, takes from those that are charged; each row on condition, so that of a thousand at
 * once no more get through than there is room for. The realm's refuses nothing. `over` is how many milliseconds must drain.
 */
const attempt = (charges: readonly DrainingCharge[], now: Date): Statement => sql`
  WITH asked AS (${askedRows(charges)}), stand AS (
    SELECT a.*, COALESCE(${drained(now)}, 0) AS "open", a."perVerified" * COALESCE(${faded(now)}, 0) AS "people"
    FROM ${withBudgets}
  ), suspicion AS (
    SELECT EXISTS (SELECT FROM stand s WHERE s."name" = 'realm' AND s."open" > s."capacity" + s."people") AS "is"
  ), gone AS (
    SELECT s."name", s."drains" * CASE WHEN s."open" + 1 > s."capacity" + s."people"
      THEN s."open" + 1 - s."capacity" - s."people"
      ELSE GREATEST(0, s."open" + 1 - s."underSuspicion" - s."people") END AS "over"
    FROM stand s, suspicion
    WHERE s."name" <> 'realm'
      AND s."open" + 1 > CASE WHEN suspicion."is" THEN s."underSuspicion" ELSE s."capacity" END + s."people"
    ORDER BY s."place" LIMIT 1
  ), taken AS (
    INSERT INTO "DrainingBudget" AS g ("key", "open", "verified", "at")
    SELECT a."key", a."weight", 0, ${now}::timestamptz FROM asked a
    WHERE a."weight" > 0 AND NOT EXISTS (SELECT FROM gone) ORDER BY a."key"
    ON CONFLICT ("key") DO UPDATE SET
      "open" = (SELECT ${drained(now)} + a."weight" FROM asked a WHERE a."key" = g."key"),
      "verified" = (SELECT ${faded(now)} FROM asked a WHERE a."key" = g."key"), "at" = ${writtenAt(now)}
    WHERE (SELECT a."name" = 'realm' OR ${drained(now)} + 1 <= a."perVerified" * ${faded(now)}
        + CASE WHEN (SELECT s."is" FROM suspicion s) THEN a."underSuspicion" ELSE a."capacity" END
      FROM asked a WHERE a."key" = g."key")
    RETURNING g."key", g."open"
  )
  SELECT (SELECT "name" FROM gone) AS "full", (SELECT "over" FROM gone) AS "over",
    (SELECT a."capacity" - t."open" FROM taken t JOIN asked a ON a."key" = t."key" WHERE a."name" = 'account') AS "left",
    COALESCE((SELECT array_agg("key") FROM taken), '{}') AS "taken"
  FROM ${unhurried}`
