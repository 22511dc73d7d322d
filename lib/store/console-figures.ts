import type { Console, RuleTraffic, Textless } from "@/lib/firewall/console"
import type { Traffic } from "@/lib/firewall/traffic"
import type { Database } from "@/lib/store/database"
import { rulesIn, sums, trafficIn } from "@/lib/store/figures-of-hours"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"
import { sumUp } from "@/lib/store/summed-hours"
import { hours, type Now } from "@/lib/time"

type Figures = Pick<Console, "byHour" | "byDay" | "byCountry" | "byRule" | "withoutText">

/** Until when the ledger is summed up, and the traffic since then by hour and country, as JSON. */
type Young = { until: Date; traffic: string }

/**
 * Figures since an instant at most 31 days ago. Hours that are summed up are read as they are; the beginning of the first hour, and what
 * is too young, is counted in the ledger. What is asked at the same time sums up, and counts what is young, once.
 */
export function consoleFigures(db: Pick<Database, "sql">, now: Now): Figures {
  let underWay: Promise<Young> | undefined
  const young = () => {
    underWay ??= countYoung(db, now()).finally(() => {
      underWay = undefined
    })
    return underWay
  }
  const ask = async <Row extends object>(statement: (young: Young) => Statement): Promise<Row[]> =>
    db.sql.rows<Row>(statement(await young()))
  const over = (unit: "hour" | "day", since: Date) =>
    ask<Traffic & { at: Date }>(
      (young) => sql`
        SELECT date_trunc(${unit}, t."hour", 'UTC') AS "at", ${sums} FROM (${trafficSince(since, young)}) t
        GROUP BY 1 HAVING sum(t."asked") > 0 ORDER BY 1`,
    )
  return {
    byHour: (since) => over("hour", since),
    byDay: (since) => over("day", since),

    byCountry: (since) =>
      ask<Traffic & { country: string }>(
        (young) => sql`
          SELECT t."country", ${sums} FROM (${trafficSince(since, young)}) t WHERE t."country" <> ''
          GROUP BY t."country" HAVING sum(t."asked") > 0 ORDER BY "spent" DESC, "refused" DESC, t."country"`,
      ),

    byRule: (since) =>
      ask<RuleTraffic>(
        (young) => sql`
          SELECT r."rule", sum(r."refused")::float8 AS "refused", sum(r."passed")::float8 AS "passed",
            sum(r."passedPrice")::float8 AS "passedPrice", sum(r."price")::float8 AS "price", sum(r."saved")::float8 AS "saved"
          FROM (${rulesSince(since, young)}) r GROUP BY r."rule" ORDER BY "refused" DESC, "rule"`,
      ),

    withoutText: (since) =>
      ask<Textless>(
        (young) => sql`
          SELECT w."by", t."country", sum(w."signIns")::float8 AS "signIns" FROM (${trafficSince(since, young)}) t,
            LATERAL (VALUES ('signed-in-with-passkey', t."passkeys"), ('signed-in-on-trusted-device', t."trusted")) AS w("by", "signIns")
          GROUP BY 1, 2 HAVING sum(w."signIns") > 0`,
      ),
  }
}

async function countYoung(db: Pick<Database, "sql">, now: Date): Promise<Young> {
  await sumUp(db, now)
  const [row] = await db.sql.rows<{ until: Date; traffic: object[] }>(sql`
    SELECT p."until", (SELECT COALESCE(jsonb_agg(t), '[]') FROM (${trafficIn(sql`p."until"`, forever)}) t) AS "traffic"
    FROM "Progress" p WHERE p."of" = 'ledger'`)
  if (!row) throw new Error("the ledger was summed up, and nothing says until when")
  return { until: row.until, traffic: rowsOf(row.traffic) }
}

const forever = sql`'infinity'`

/** When the first whole hour began. */
const firstHour = (since: Date): Date => new Date(Math.ceil(since.getTime() / hours(1)) * hours(1))

/** Until when the first hour is counted, of which not all is asked for. */
const firstEnd = (since: Date, until: Date): Statement =>
  sql`${firstHour(since) < until ? firstHour(since) : until}::timestamptz`

/** Traffic by hour and country, in up to three rows each. */
const trafficSince = (since: Date, { until, traffic }: Young): Statement => {
  const from = sql`${since}::timestamptz`
  if (since > until) return trafficIn(from, forever)
  return sql`
    SELECT "hour", "country", "asked", "sent", "verified", "refused", "spent", "passkeys", "trusted" FROM "TrafficHour"
    WHERE "hour" >= ${firstHour(since)}::timestamptz AND "hour" < ${until}::timestamptz
    UNION ALL ${trafficIn(from, firstEnd(since, until))}
    UNION ALL SELECT * FROM jsonb_to_recordset(${traffic}::jsonb) AS y("hour" timestamptz, "country" text, "asked" bigint, "sent" bigint,
      "verified" bigint, "refused" bigint, "spent" bigint, "passkeys" bigint, "trusted" bigint)`
}

const rulesSince = (since: Date, { until }: Young): Statement => {
  const from = sql`${since}::timestamptz`
  if (since > until) return rulesIn(from, forever)
  return sql`
    SELECT "hour", "rule", "refused", "passed", "passedPrice", "price", "saved" FROM "RuleHour"
    WHERE "hour" >= ${firstHour(since)}::timestamptz AND "hour" < ${until}::timestamptz
    UNION ALL ${rulesIn(from, firstEnd(since, until))}
    UNION ALL ${rulesIn(sql`${until}::timestamptz`, forever)}`
}
