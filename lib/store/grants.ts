import type { Grant } from "@/lib/session/session"
import { countEvents } from "@/lib/store/events"
import { rowsOf, type Sql, sql } from "@/lib/store/sql"
import { type Taker, takerColumns, takersOf, takingTogether } from "@/lib/store/take-together"

/** Makes sessions and their tokens, each if there is one left of its budgets. Those of the same moment share a statement. */
export const grants = (door: Sql) =>
  takersOf<Grant & Taker, object>(door, (lot, now) => {
    const sessions = lot.map(({ session: { tokens: _, ...session } }, item) => ({ item, ...session }))
    const tokens = lot.flatMap(({ session: { id, createdAt, tokens } }, item) =>
      tokens.map((token) => ({ item, sessionId: id, issuedAt: createdAt, ...token })),
    )
    const events = lot.map(({ event }, item) => ({ item, ...event }))
    return sql`
      WITH ${takingTogether(lot, now)}, made AS (
        INSERT INTO "Session" ("id", "accountId", "audience", "client", "scopes", "deviceHash", "browserHash", "network", "userAgent",
          "createdAt", "lastSeenAt", "endsAt")
        SELECT n."id", n."accountId", n."audience", n."client", n."scopes", n."deviceHash", n."browserHash", n."network", n."userAgent",
          n."createdAt", n."lastSeenAt", n."endsAt"
        FROM jsonb_to_recordset(${rowsOf(sessions)}::jsonb) AS n("item" int, "id" text, "accountId" text, "audience" text,
          "client" text, "scopes" text[], "deviceHash" text, "browserHash" text, "network" text, "userAgent" text,
          "createdAt" timestamptz, "lastSeenAt" timestamptz, "endsAt" timestamptz)
        WHERE n."item" IN (SELECT "item" FROM holders)
      ), stored AS (
        INSERT INTO "Token" ("hash", "sessionId", "kind", "issuedAt", "expiresAt")
        SELECT n."hash", n."sessionId", n."kind", n."issuedAt", n."expiresAt"
        FROM jsonb_to_recordset(${rowsOf(tokens)}::jsonb) AS n("item" int, "hash" text, "sessionId" text, "kind" text,
          "issuedAt" timestamptz, "expiresAt" timestamptz)
        WHERE n."item" IN (SELECT "item" FROM holders)
      ), recorded AS (${countEvents(events, sql`holders`)})
      SELECT ${takerColumns} FROM takers k`
  })
