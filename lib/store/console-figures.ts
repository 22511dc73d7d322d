import type { Console, RuleTraffic, Traffic } from "@/lib/firewall/console"
import type { Database } from "@/lib/store/database"
import { rulesIn, trafficIn } from "@/lib/store/figures-of-hours"
import { type Statement, sql } from "@/lib/store/sql"
import { sumUp } from "@/lib/store/summed-hours"
import { hours, type Now } from "@/lib/time"

type Figures = Pick<Console, "byHour" | "byDay" | "byCountry" | "byRule" | "byPasskey">

/**
 * Figures since an instant at most 31 days ago. Hours that are summed up are read as they are; the beginning of the first hour, and what
 * is too young, is counted in the ledger. What is asked at the same time sums up once.
 */
export function consoleFigures(db: Pick<Database, "sql">, now: Now): Figures {
  let underWay: Promise<void> | undefined
  const current = () => {
    underWay ??= sumUp(db, now()).finally(() => {
      underWay = undefined
    })
    return underWay
  }
  const ask = async <Row extends object>(statement: Statement): Promise<Row[]> => {
    await current()
    return db.sql.rows<Row>(statement)
  }
  const over = (unit: "hour" | "day", since: Date) =>
    ask<Traffic & { at: Date }>(sql`
      SELECT date_trunc(${unit}, t."hour", 'UTC') AS "at", ${sums} FROM (${trafficSince(since)}) t
      GROUP BY 1 HAVING sum(t."asked") > 0 ORDER BY 1`)
  return {
    byHour: (since) => over("hour", since),
    byDay: (since) => over("day", since),

    byCountry: (since) =>
      ask<Traffic & { country: string }>(sql`
        SELECT t."country", ${sums} FROM (${trafficSince(since)}) t WHERE t."country" <> ''
        GROUP BY t."country" HAVING sum(t."asked") > 0 ORDER BY "spent" DESC, "refused" DESC, t."country"`),

    byRule: (since) =>
      ask<RuleTraffic>(sql`
        SELECT r."rule", sum(r."refused")::float8 AS "refused", sum(r."passed")::float8 AS "passed",
          sum(r."passedPrice")::float8 AS "passedPrice", sum(r."price")::float8 AS "price", sum(r."saved")::float8 AS "saved"
        FROM (${rulesSince(since)}) r GROUP BY r."rule" ORDER BY "refused" DESC, "rule"`),

    byPasskey: (since) =>
      ask<{ country: string; signIns: number }>(sql`
        SELECT t."country", sum(t."passkeys")::float8 AS "signIns" FROM (${trafficSince(since)}) t
        GROUP BY t."country" HAVING sum(t."passkeys") > 0`),
  }
}

const sums = sql`sum(t."asked")::float8 AS "asked", sum(t."sent")::float8 AS "sent", sum(t."verified")::float8 AS "verified",
  sum(t."refused")::float8 AS "refused", sum(t."spent")::float8 AS "spent"`

/** Until when the ledger is summed up. */
const until = sql`COALESCE((SELECT "until" FROM "Progress" WHERE "of" = 'ledger'), '-infinity')`

/** When the first whole hour began. */
const firstHour = (since: Date): Date => new Date(Math.ceil(since.getTime() / hours(1)) * hours(1))

/** Traffic by hour and country, in up to three rows each. */
const trafficSince = (since: Date): Statement => sql`
  SELECT * FROM "TrafficHour" WHERE "hour" >= ${firstHour(since)}::timestamptz AND "hour" < ${until}
  UNION ALL ${live(since, trafficIn)}`

const rulesSince = (since: Date): Statement => sql`
  SELECT * FROM "RuleHour" WHERE "hour" >= ${firstHour(since)}::timestamptz AND "hour" < ${until}
  UNION ALL ${live(since, rulesIn)}`

/** What is counted in the ledger: the rest of the hour of `since`, and the hours that are not summed up. */
const live = (since: Date, figures: (from: Statement, until: Statement) => Statement): Statement => sql`
  ${figures(sql`${since}::timestamptz`, sql`LEAST(${firstHour(since)}::timestamptz, ${until})`)}
  UNION ALL ${figures(sql`GREATEST(${since}::timestamptz, ${until})`, sql`'infinity'`)}`
