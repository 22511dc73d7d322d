import type { Event, EventKind, Events } from "@/lib/account/event"
import type { Realm } from "@/lib/account/realm"
import type { Database } from "@/lib/store/database"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/** The record of events in Postgres. */
export const events = (db: Database, newId: () => string): Events => ({
  async append(event, fold) {
    const data = { id: newId(), ...event }
    if (fold === undefined) await db.event.create({ data })
    // One statement: INSERT … ON CONFLICT … DO UPDATE.
    else await db.event.upsert({ where: { fold }, create: { ...data, fold }, update: { count: { increment: 1 } } })
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

/**
 * Writes events down within the statement that makes them true, as one of its `WITH` parts. `when` is the condition on which it
 * did, such as `EXISTS (SELECT FROM spent)`: so a crash leaves both or neither.
 */
export const insertEvents = (events: readonly Event[], when: Statement): Statement => sql`
  INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "sessionId", "client", "network", "reason")
  SELECT gen_random_uuid()::text, e."at", e."realm", e."kind", e."accountId", e."sessionId", e."client", e."network", e."reason"
  FROM jsonb_to_recordset(${rowsOf(events)}::jsonb) AS e("at" timestamptz, "realm" text, "kind" text, "accountId" text,
    "sessionId" text, "client" text, "network" text, "reason" text)
  WHERE ${when}`
