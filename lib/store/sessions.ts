import type { Audience } from "@/lib/session/policy"
import type { Ending, NewToken, Session, Sessions, TokenState } from "@/lib/session/session"
import { type OwnedRow, ownerColumns, ownerOf } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { deviceRows } from "@/lib/store/known-device"
import { isTaken, type TakenRow, takenColumns, takeWith, taking } from "@/lib/store/limits-in-postgres"
import { newSession } from "@/lib/store/new-session"
import { isChangeDue } from "@/lib/store/phone-changes"
import { nothing, rowsOf, type Statement, sql } from "@/lib/store/sql"
import { after, days, minutes } from "@/lib/time"
import type { Session as SessionRow } from "@/prisma/generated/client"

/** Sessions and their tokens in Postgres. */
export const sessions = (db: Database): Sessions => ({
  async grant({ session, budgets, event }) {
    const now = session.createdAt
    const answer = await takeWith(
      db.sql,
      budgets,
      now,
      sql`
        WITH ${taking(budgets, now)}, ${newSession(session, isTaken)},
          recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM made)`)})
        SELECT ${takenColumns}`,
    )
    return answer.taken === false ? answer : { taken: true }
  },

  async find(hash, kind, audience, now) {
    const [row] = await db.sql.rows<FoundRow>(sql`
      ${found(hash, kind, now)} AND (${audience}::text = 'any' OR s."audience" = ${audience})`)
    return row && toState(row)
  },

  async use(hash, audience, now) {
    const lately = after(now, -minutes(1))
    const [row] = await db.sql.rows<FoundRow>(sql`
      WITH found AS (${found(hash, "access", now)}), seen AS (
        UPDATE "Session" s SET "lastSeenAt" = ${now}::timestamptz FROM found f
        WHERE f."lastSeenAt" <= ${lately}::timestamptz AND s."id" = f."id" AND s."lastSeenAt" <= ${lately}::timestamptz
          AND f."audience" = ${audience} AND s."revokedAt" IS NULL
          AND f."expiresAt" > ${now}::timestamptz AND f."endsAt" > ${now}::timestamptz
      )
      SELECT * FROM found`)
    return row && toState(row)
  },

  async rotate({ hash, successors, now, retireAt, budgets, event }) {
    const answer = await takeWith<TakenRow & { rotated: boolean }>(
      db.sql,
      budgets,
      now,
      sql`
        WITH ${taking(budgets, now)}, spent AS (
          UPDATE "Token" t SET "usedAt" = ${now}::timestamptz FROM "Session" s
          WHERE ${isTaken} AND t."hash" = ${hash} AND t."kind" = 'refresh' AND t."usedAt" IS NULL
            AND t."expiresAt" > ${now}::timestamptz
            AND s."id" = t."sessionId" AND s."revokedAt" IS NULL AND s."endsAt" > ${now}::timestamptz
          RETURNING t."sessionId"
        ), retired AS (
          UPDATE "Token" t SET "expiresAt" = ${retireAt}::timestamptz FROM spent
          WHERE t."sessionId" = spent."sessionId" AND t."kind" = 'access' AND t."expiresAt" > ${retireAt}::timestamptz
        ), gone_by AS (
          DELETE FROM "Token" WHERE "hash" IN (
            SELECT t."hash" FROM spent JOIN "Token" t ON t."sessionId" = spent."sessionId" AND t."kind" = 'access'
              AND t."expiresAt" < ${after(now, -keptAfterEnd)}::timestamptz LIMIT 100)
        ), stored AS (
          INSERT INTO "Token" ("hash", "sessionId", "kind", "issuedAt", "expiresAt")
          SELECT n."hash", spent."sessionId", n."kind", ${now}::timestamptz, n."expiresAt"
          FROM spent, jsonb_to_recordset(${rowsOf(successors)}::jsonb) AS n("hash" text, "kind" text, "expiresAt" timestamptz)
        ), recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM spent)`)})
        SELECT ${takenColumns}, EXISTS (SELECT FROM spent) AS "rotated"`,
    )
    if (answer.taken === false) return answer
    return answer.rotated ? "rotated" : "lost"
  },

  async revoke(sessionId, now, ending) {
    return end(db, sql`"id" = ${sessionId}`, now, ending)
  },

  async revokeOwn(accountId, sessionId, now, ending) {
    const own = sql`"id" = ${sessionId} AND "accountId" = ${accountId} AND "endsAt" > ${now}::timestamptz`
    return end(db, own, now, ending)
  },

  async revokeAll(accountId, now, { except, event } = {}) {
    // Devices whose sessions ended long ago are meant as well.
    const [row] = await db.sql.rows<{ lived: number }>(sql`
      WITH meant AS (
        SELECT "id", "revokedAt" IS NULL AS "lives" FROM "Session"
        WHERE "accountId" = ${accountId} AND ("revokedAt" IS NULL OR "forgottenAt" IS NULL)
          AND "id" IS DISTINCT FROM ${except ?? null}::text
        ORDER BY "id" FOR UPDATE
      ), ended AS (
        UPDATE "Session" s SET "revokedAt" = COALESCE(s."revokedAt", ${now}::timestamptz),
          "forgottenAt" = COALESCE(s."forgottenAt", ${now}::timestamptz)
        FROM meant m WHERE s."id" = m."id" RETURNING m."lives"
      ), recorded AS (${insertEvents(event ? [event] : [], sql`EXISTS (SELECT FROM ended WHERE "lives")`)})
      SELECT count(*) FILTER (WHERE "lives") AS "lived" FROM ended`)
    return row?.lived ?? 0
  },

  async list(accountId, now) {
    const where = { accountId, revokedAt: null, endsAt: { gt: now } }
    return (await db.session.findMany({ where, orderBy: { lastSeenAt: "desc" }, take: 100 })).map(toSession)
  },

  async knownDevice(owner, shown, since) {
    const [row] = await db.sql.rows<{ device: string }>(deviceRows(owner, shown, since))
    return row?.device
  },
})

/** For how long an access token that a refresh replaced is still told from one that never was, before a later refresh removes it. */
const keptAfterEnd = days(1)

const sessionColumns = sql`
  s."id", s."accountId", s."audience", s."client", s."scopes", s."deviceHash", s."browserHash", s."network", s."userAgent",
  s."createdAt", s."lastSeenAt", s."endsAt", s."revokedAt"`

/** A token with its session and the account, and whether a change of the account's phone is due. */
const found = (hash: string, kind: NewToken["kind"], now: Date): Statement => sql`
  SELECT t."issuedAt", t."expiresAt", t."usedAt", ${sessionColumns}, ${ownerColumns},
    ${isChangeDue(sql`s."accountId"`, now)} AS "changeIsDue"
  FROM "Token" t JOIN "Session" s ON s."id" = t."sessionId" LEFT JOIN "Account" a ON a."id" = s."accountId"
  WHERE t."hash" = ${hash} AND t."kind" = ${kind}`

type FoundRow = Omit<SessionRow, "forgottenAt"> &
  OwnedRow & { issuedAt: Date; expiresAt: Date; usedAt: Date | null; changeIsDue: boolean }

const toState = (row: FoundRow): TokenState => {
  const { issuedAt, expiresAt, usedAt, revokedAt, changeIsDue } = row
  const revoked = revokedAt !== null
  return { session: toSession(row), account: ownerOf(row), issuedAt, expiresAt, usedAt, revoked, changeIsDue }
}

async function end(db: Database, which: Statement, now: Date, { forget, event }: Ending = {}) {
  const forgotten = forget ? sql`, "forgottenAt" = ${now}::timestamptz` : nothing
  const [row] = await db.sql.rows<{ ended: boolean }>(sql`
    WITH ended AS (
      UPDATE "Session" SET "revokedAt" = ${now}::timestamptz${forgotten} WHERE ${which} AND "revokedAt" IS NULL RETURNING "id"
    ), recorded AS (${insertEvents(event ? [event] : [], sql`EXISTS (SELECT FROM ended)`)})
    SELECT EXISTS (SELECT FROM ended) AS "ended"`)
  return row?.ended ?? false
}

const toSession = ({ audience, ...row }: Omit<SessionRow, "forgottenAt" | "revokedAt">): Session => ({
  id: row.id,
  accountId: row.accountId,
  audience: audience as Audience,
  client: row.client,
  scopes: row.scopes,
  deviceHash: row.deviceHash,
  browserHash: row.browserHash,
  network: row.network,
  userAgent: row.userAgent,
  createdAt: row.createdAt,
  lastSeenAt: row.lastSeenAt,
  endsAt: row.endsAt,
})
