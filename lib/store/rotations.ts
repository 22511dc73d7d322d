import type { Rotation } from "@/lib/session/session"
import { countEvents } from "@/lib/store/events"
import { momentIn, rowsOf, type Sql, sql } from "@/lib/store/sql"
import { takerColumns, takersOf, takingTogether } from "@/lib/store/take-together"
import { after, days } from "@/lib/time"

/** For how long an access token that a refresh replaced is still told from one that never was, before a later refresh removes it. */
const keptAfterEnd = days(1)

/** Spends refresh tokens and stores their successors. Those of the same moment share a statement. */
export const rotations = (door: Sql) =>
  takersOf<Rotation, { rotated: boolean }>(door, (lot, now) => {
    const shown = lot.map(({ hash, now: at, retireAt }, item) => ({ item, hash, at, retireAt }))
    const successors = lot.flatMap(({ successors }, item) => successors.map((token) => ({ item, ...token })))
    const events = lot.map(({ event }, item) => ({ item, ...event }))
    return sql`
      WITH ${takingTogether(lot, now)}, shown AS (
        -- Each by its key, and never by all that there are, whatever the planner believes of the tables.
        SELECT n.*, s."id" AS "sessionId"
        FROM jsonb_to_recordset(${rowsOf(shown)}::jsonb) AS n("item" int, "hash" text, "at" timestamptz, "retireAt" timestamptz),
          LATERAL (SELECT t."sessionId" FROM "Token" t WHERE t."hash" = n."hash" LIMIT 1) AS t,
          LATERAL (
            SELECT s."id" FROM "Session" s WHERE s."id" = t."sessionId" AND s."revokedAt" IS NULL AND ${momentIn(sql`s."endsAt"`)} > n."at" LIMIT 1
          ) AS s
        WHERE n."item" IN (SELECT "item" FROM holders)
      ), spent AS (
        UPDATE "Token" t SET "usedAt" = n."at" FROM shown n
        WHERE t."hash" = ANY(${lot.map(({ hash }) => hash)}::text[]) AND t."hash" = n."hash" AND t."kind" = 'refresh'
          AND t."usedAt" IS NULL AND ${momentIn(sql`t."expiresAt"`)} > n."at"
        RETURNING n.*
      ), retired AS (
        UPDATE "Token" t SET "expiresAt" = spent."retireAt" FROM spent
        WHERE t."sessionId" = spent."sessionId" AND t."kind" = 'access' AND t."expiresAt" > spent."retireAt"
      ), gone_by AS (
        DELETE FROM "Token" WHERE "hash" IN (
          SELECT old."hash" FROM spent, LATERAL (
            SELECT t."hash" FROM "Token" t WHERE t."sessionId" = spent."sessionId" AND t."kind" = 'access'
              AND ${momentIn(sql`t."expiresAt"`)} < ${after(now, -keptAfterEnd)}::timestamptz LIMIT 100
          ) AS old)
      ), stored AS (
        INSERT INTO "Token" ("hash", "sessionId", "kind", "issuedAt", "expiresAt")
        SELECT n."hash", spent."sessionId", n."kind", spent."at", n."expiresAt"
        FROM spent JOIN jsonb_to_recordset(${rowsOf(successors)}::jsonb)
          AS n("item" int, "hash" text, "kind" text, "expiresAt" timestamptz) ON n."item" = spent."item"
      ), recorded AS (${countEvents(events, sql`spent`)})
      SELECT ${takerColumns}, k."item" IN (SELECT "item" FROM spent) AS "rotated" FROM takers k`
  })
