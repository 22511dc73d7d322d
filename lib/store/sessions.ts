import type { Audience } from "@/lib/session/policy"
import type { Ending, NewToken, Session, Sessions, TokenState } from "@/lib/session/session"
import { ownerOf, toAccount } from "@/lib/store/accounts"
import { type BearerRow, bearers } from "@/lib/store/bearers"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { grants } from "@/lib/store/grants"
import { deviceRows, shownAs } from "@/lib/store/known-device"
import { anyListens, followed, notices } from "@/lib/store/logout-notices"
import { rotations } from "@/lib/store/rotations"
import { nothing, type Statement, sql } from "@/lib/store/sql"
import type { Session as SessionRow, Token as TokenRow } from "@/prisma/generated/client"

/** Sessions and their tokens in Postgres. `ended` hears whose sessions ended where apps may have to be told. */
export function sessions(db: Database, ended: (accountId: string) => void): Sessions {
  const { find, use } = bearers(db.sql)
  const [grant, rotate] = [grants(db.sql), rotations(db.sql)]
  const end = async (which: Statement, now: Date, ending?: Ending) => {
    const row = await endOne(db, which, now, ending)
    if (row?.mayTell && row.accountId) ended(row.accountId)
    return row !== undefined
  }
  return {
    async grant({ session, budgets, event }) {
      const answer = await grant({ session, budgets, event, now: session.createdAt })
      return "taken" in answer ? answer : { taken: true }
    },

    async find(hash, kind, audience, now) {
      const row = await find(kind, { hash, now })
      return row && (audience === "any" || row.audience === audience) ? toState(row) : undefined
    },

    async use(hash, audience, now) {
      const row = await use({ hash, audience, now })
      return row && toState(row)
    },

    async rotate(rotation) {
      const answer = await rotate(rotation)
      if (!("rotated" in answer)) return answer
      return answer.rotated ? "rotated" : "lost"
    },

    async revoke(sessionId, now, ending) {
      return end(sql`"id" = ${sessionId}`, now, ending)
    },

    async revokeOwn(accountId, sessionId, now, ending) {
      const own = sql`"id" = ${sessionId} AND "accountId" = ${accountId} AND "endsAt" > ${now}::timestamptz`
      return end(own, now, ending)
    },

    async revokeAll(accountId, now, { except, event } = {}) {
      // A sign-in that is under way keeps the account: it is waited for, so that its session is seen. Devices whose sessions ended long ago
      // are meant as well.
      const [row] = await db.sql.transaction(async (tx) => {
        await tx.rows(sql`SELECT 1 AS "one" FROM "Account" WHERE "id" = ${accountId} FOR NO KEY UPDATE`)
        return tx.rows<{ lived: number; mayTell: boolean }>(sql`
      WITH meant AS (
        SELECT "id", "revokedAt" IS NULL AS "lives" FROM "Session"
        WHERE "accountId" = ${accountId} AND ("revokedAt" IS NULL OR "forgottenAt" IS NULL)
          AND "id" IS DISTINCT FROM ${except ?? null}::text
        ORDER BY "id" FOR UPDATE
      ), ended AS (
        UPDATE "Session" s SET "revokedAt" = COALESCE(s."revokedAt", ${now}::timestamptz),
          "forgottenAt" = COALESCE(s."forgottenAt", ${now}::timestamptz)
        FROM meant m WHERE s."id" = m."id" RETURNING m."lives", s."id", s."accountId", s."client", s."audience"
      ), told AS (
        ${notices(sql`SELECT * FROM ended WHERE "lives" AND "audience" = 'openid'`, now)}
      ), recorded AS (${insertEvents(event ? [event] : [], sql`EXISTS (SELECT FROM ended WHERE "lives")`)})
      SELECT count(*) FILTER (WHERE "lives") AS "lived", ${anyListens} AS "mayTell" FROM ended`)
      })
      if (row?.mayTell) ended(accountId)
      return row?.lived ?? 0
    },

    async begun(id) {
      const tokens = { where: { usedAt: null } }
      const row = await db.session.findUnique({ where: { id, revokedAt: null }, include: { account: true, tokens } })
      return row
        ? {
            session: toSession(row),
            account: row.account ? toAccount(row.account) : undefined,
            unused: row.tokens.map(toToken),
          }
        : undefined
    },

    async list(accountId, now) {
      const where = { accountId, revokedAt: null, endsAt: { gt: now } }
      return (await db.session.findMany({ where, orderBy: { lastSeenAt: "desc" }, take: 100 })).map(toSession)
    },

    async knownDevice(owner, shown, since) {
      const [row] = await db.sql.rows<{ device: string }>(deviceRows(owner, shownAs(shown), since))
      return row?.device
    },
  }
}

const toToken = ({ hash, kind, expiresAt }: TokenRow): NewToken => ({
  hash,
  kind: kind as NewToken["kind"],
  expiresAt,
})

const toState = (row: BearerRow): TokenState => {
  const { issuedAt, expiresAt, usedAt, revokedAt, changeIsDue } = row
  const revoked = revokedAt !== null
  return { session: toSession(row), account: ownerOf(row), issuedAt, expiresAt, usedAt, revoked, changeIsDue }
}

type Ended = { accountId: string | null; mayTell: boolean }

/** Ends one session, and with a browser's those of the apps that want to be told, unless another takes its place. */
async function endOne(
  db: Database,
  which: Statement,
  now: Date,
  { forget, heir, event }: Ending = {},
): Promise<Ended | undefined> {
  const forgotten = forget ? sql`, "forgottenAt" = ${now}::timestamptz` : nothing
  const ofThis = sql`s."accountId" = (SELECT "accountId" FROM ended) AND s."beganIn" = (SELECT "id" FROM ended)`
  const apps =
    heir === undefined
      ? sql`${followed(ofThis, now)}, told AS (
      ${notices(sql`SELECT "id", "accountId", "client" FROM ended WHERE "audience" = 'openid' UNION ALL SELECT * FROM followed`, now)}
    )`
      : sql`inherited AS (
      UPDATE "Session" s SET "beganIn" = t."sessionId" FROM "Token" t WHERE t."hash" = ${heir} AND ${ofThis}
    )`
  const [row] = await db.sql.rows<Ended>(sql`
    WITH ended AS (
      UPDATE "Session" SET "revokedAt" = ${now}::timestamptz${forgotten} WHERE ${which} AND "revokedAt" IS NULL
      RETURNING "id", "accountId", "client", "audience"
    ), ${apps}, recorded AS (${insertEvents(event ? [event] : [], sql`EXISTS (SELECT FROM ended)`)})
    SELECT "accountId", ("audience" IN ('browser', 'openid') AND ${anyListens}) AS "mayTell" FROM ended`)
  return row
}

const toSession = ({ audience, ...row }: Omit<SessionRow, "forgottenAt" | "revokedAt" | "beganIn">): Session => ({
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
  provedAt: row.provedAt,
  lastSeenAt: row.lastSeenAt,
  endsAt: row.endsAt,
})
