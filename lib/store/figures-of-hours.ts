import { notSent } from "@/lib/firewall/ledger/ledger"
import { type Statement, sql } from "@/lib/store/sql"

/** Whether a decision `d` is a message that left. */
export const left = sql`d."outcome" <> ALL(${notSent}::text[])`

/** What a message costs, as far as it is known. */
export const cost = sql`COALESCE(d."finalPrice", d."reserved")`

/** The columns of `Traffic` over decisions. Only refusals have a count beyond one. */
export const traffic = sql`
  COALESCE(sum(d."count"), 0)::bigint AS "asked",
  (count(*) FILTER (WHERE ${left}))::bigint AS "sent",
  (count(*) FILTER (WHERE ${left} AND d."verifiedAt" IS NOT NULL))::bigint AS "verified",
  COALESCE(sum(d."count") FILTER (WHERE d."outcome" = 'refused'), 0)::bigint AS "refused",
  COALESCE(sum(${cost}) FILTER (WHERE ${left}), 0)::bigint AS "spent"`

/** The same over rows `t` of such columns, as numbers. */
export const sums = sql`sum(t."asked")::float8 AS "asked", sum(t."sent")::float8 AS "sent", sum(t."verified")::float8 AS "verified",
  sum(t."refused")::float8 AS "refused", sum(t."spent")::float8 AS "spent"`

/** What was asked for from one instant until before another, by hour and country, '' for none, and how many signed in by a passkey or on a trusted device. */
export const trafficIn = (from: Statement, until: Statement): Statement => sql`
  SELECT date_trunc('hour', d."at", 'UTC') AS "hour", COALESCE(d."country", '') AS "country", ${traffic},
    0::bigint AS "passkeys", 0::bigint AS "trusted"
  FROM "Decision" d WHERE d."at" >= ${from} AND d."at" < ${until} GROUP BY 1, 2
  UNION ALL
  SELECT date_trunc('hour', e."at", 'UTC'), a."phoneCountry", 0, 0, 0, 0, 0,
    COALESCE(sum(e."count") FILTER (WHERE e."kind" = 'signed-in-with-passkey'), 0)::bigint,
    COALESCE(sum(e."count") FILTER (WHERE e."kind" = 'signed-in-on-trusted-device'), 0)::bigint
  FROM "Event" e JOIN "Account" a ON a."id" = e."accountId"
  WHERE e."kind" IN ('signed-in-with-passkey', 'signed-in-on-trusted-device') AND e."at" >= ${from} AND e."at" < ${until} AND a."phoneCountry" IS NOT NULL GROUP BY 1, 2`

/** What a row would have cost, each time. */
const prices = sql`d."price"::bigint * d."count"`

/** Whether the recipient of what was refused got a message within the hour all the same. */
const wasLate = sql`EXISTS (
  SELECT 1 FROM "Decision" l WHERE l."recipient" = d."recipient" AND l."at" >= d."at"
    AND l."at" <= d."at" + interval '1 hour' AND l."outcome" <> ALL(${notSent}::text[]))`

/** What rules refused from one instant until before another, by hour. */
export const rulesIn = (from: Statement, until: Statement): Statement => sql`
  SELECT date_trunc('hour', d."at", 'UTC') AS "hour", d."refusedBy" AS "rule",
    COALESCE(sum(d."count") FILTER (WHERE d."outcome" = 'refused'), 0)::bigint AS "refused",
    (count(*) FILTER (WHERE ${left}))::bigint AS "passed",
    COALESCE(sum(d."price") FILTER (WHERE ${left}), 0)::bigint AS "passedPrice",
    COALESCE(sum(${prices}) FILTER (WHERE d."outcome" = 'refused'), 0)::bigint AS "price",
    COALESCE(sum(${prices}) FILTER (WHERE d."outcome" = 'refused' AND NOT (${wasLate})), 0)::bigint AS "saved"
  FROM "Decision" d WHERE d."at" >= ${from} AND d."at" < ${until} AND d."refusedBy" IS NOT NULL GROUP BY 1, 2`
