import type { Event, EventKind, Events } from "@/lib/account/event"
import type { Realm } from "@/lib/account/realm"
import type { Database } from "@/lib/store/database"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/** The record of events in Postgres. What has a fold is handed to the process's queue of those. */
export const events = (db: Database, count: (event: Event & { fold: string }) => Promise<void>): Events => ({
  async append(event, fold) {
    if (fold === undefined) await db.sql.run(insertEvents([event], always))
    else await count({ ...event, fold })
  },

  async latest(accountId, kind, since) {
    const where = { accountId, kind, at: { gte: since } }
    return (await db.event.findFirst({ where, orderBy: { at: "desc" } }))?.at
  },

  async list(accountId, most, only) {
    const sorts = only && [{ kind: { in: [...only.kinds] } }, { kind: "refused", reason: { in: [...only.refusals] } }]
    const where = { accountId, ...(sorts && { OR: sorts }) }
    const rows = await db.event.findMany({ where, orderBy: { at: "desc" }, take: most })
    return rows.map(({ at, realm, kind, sessionId, client, network, reason, count }) => ({
      at,
      realm: realm as Realm,
      kind: kind as EventKind,
      ...(sessionId && { sessionId }),
      ...(client && { client }),
      ...(network && { network }),
      ...(reason && { reason }),
      ...(count > 1 && { count }),
    }))
  },
})

const always = sql`true`

/** An event that is counted with those of its fold, where it has one. */
export type Folded = Event & { fold?: string }

/**
 * Writes events down within the statement that makes them true, as one of its `WITH` parts. `when` is the condition on which it
 * did, such as `EXISTS (SELECT FROM spent)`: so a crash leaves both or neither. An event whose fold is there already is counted
 * there; no two of one statement may have the same.
 */
export const insertEvents = (events: readonly Folded[], when: Statement): Statement => sql`
  INSERT INTO "Event" AS e ("id", "at", "realm", "kind", "accountId", "sessionId", "client", "network", "reason", "count", "fold")
  SELECT gen_random_uuid()::text, n."at", n."realm", n."kind", n."accountId", n."sessionId", n."client", n."network", n."reason",
    COALESCE(n."count", 1), n."fold"
  FROM jsonb_to_recordset(${rowsOf(events)}::jsonb) AS n("at" timestamptz, "realm" text, "kind" text, "accountId" text,
    "sessionId" text, "client" text, "network" text, "reason" text, "count" int, "fold" text)
  WHERE ${when} ORDER BY n."fold"
  ON CONFLICT ("fold") DO UPDATE SET "count" = e."count" + EXCLUDED."count"`

/**
 * The same for many at once of whom each has an event, on condition that `whom` has their `item`. Those of one fold are one row with
 * their count.
 */
export const countEvents = (
  events: readonly (Event & { item: number; fold: string })[],
  whom: Statement,
): Statement => sql`
  INSERT INTO "Event" AS e ("id", "at", "realm", "kind", "accountId", "sessionId", "client", "network", "reason", "count", "fold")
  SELECT DISTINCT ON (n."fold") gen_random_uuid()::text, n."at", n."realm", n."kind", n."accountId", n."sessionId", n."client",
    n."network", n."reason", count(*) OVER (PARTITION BY n."fold"), n."fold"
  FROM jsonb_to_recordset(${rowsOf(events)}::jsonb) AS n("item" int, "at" timestamptz, "realm" text, "kind" text, "accountId" text,
    "sessionId" text, "client" text, "network" text, "reason" text, "fold" text)
  WHERE n."item" IN (SELECT w."item" FROM ${whom} w) ORDER BY n."fold"
  ON CONFLICT ("fold") DO UPDATE SET "count" = e."count" + EXCLUDED."count"`
