import type { Audience } from "@/lib/session/policy"
import type { NewSession, Session, Sessions } from "@/lib/session/session"
import { toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import type { Prisma, Session as SessionRow } from "@/prisma/generated/client"

/** Sessions and their tokens in Postgres. */
export const sessions = (db: Database): Sessions => ({
  async insert(session) {
    await db.$transaction((tx) => insertSession(tx, session))
  },

  async find(hash, kind, audience) {
    const where = { hash, kind, ...(audience !== "any" && { session: { audience } }) }
    const token = await db.token.findFirst({ where, include: { session: { include: { account: true } } } })
    if (!token) return undefined
    const { issuedAt, expiresAt, usedAt, session } = token
    const account = session.account ? toAccount(session.account) : undefined
    return { session: toSession(session), account, issuedAt, expiresAt, usedAt, revoked: session.revokedAt !== null }
  },

  async seen(sessionId, now) {
    await db.session.updateMany({ where: { id: sessionId, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } })
  },

  async rotate(hash, successors, now, retireAt) {
    const rows = successors.map(({ hash, kind, expiresAt }) => ({ hash, kind, expiresAt: expiresAt.toISOString() }))
    const stored = await db.$executeRaw`
      WITH spent AS (
        UPDATE "Token" t SET "usedAt" = ${now}::timestamptz FROM "Session" s
        WHERE t."hash" = ${hash} AND t."kind" = 'refresh' AND t."usedAt" IS NULL AND t."expiresAt" > ${now}::timestamptz
          AND s."id" = t."sessionId" AND s."revokedAt" IS NULL AND s."endsAt" > ${now}::timestamptz
        RETURNING t."sessionId"
      ), retired AS (
        UPDATE "Token" t SET "expiresAt" = LEAST(t."expiresAt", ${retireAt}::timestamptz) FROM spent
        WHERE t."sessionId" = spent."sessionId" AND t."kind" = 'access'
      )
      INSERT INTO "Token" ("hash", "sessionId", "kind", "issuedAt", "expiresAt")
      SELECT n."hash", spent."sessionId", n."kind", ${now}::timestamptz, n."expiresAt"::timestamptz
      FROM spent, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("hash" text, "kind" text, "expiresAt" text)`
    return stored === successors.length
  },

  async revoke(sessionId, now, { forget } = {}) {
    const where = { id: sessionId, revokedAt: null }
    return (await db.session.updateMany({ where, data: ended(now, forget) })).count === 1
  },

  async revokeOwn(accountId, sessionId, now, { forget } = {}) {
    const where = { id: sessionId, accountId, revokedAt: null, endsAt: { gt: now } }
    return (await db.session.updateMany({ where, data: ended(now, forget) })).count === 1
  },

  async revokeAll(accountId, now, { audience, except } = {}) {
    const which = { ...(audience && { audience }), ...(except && { id: { not: except } }) }
    const [, { count }] = await db.$transaction([
      // Devices whose sessions ended long ago are meant as well.
      db.session.updateMany({ where: { accountId, forgottenAt: null, ...which }, data: { forgottenAt: now } }),
      db.session.updateMany({ where: { accountId, revokedAt: null, ...which }, data: { revokedAt: now } }),
    ])
    return count
  },

  async list(accountId, now) {
    const where = { accountId, revokedAt: null, endsAt: { gt: now } }
    return (await db.session.findMany({ where, orderBy: { lastSeenAt: "desc" }, take: 100 })).map(toSession)
  },

  async knownDevice({ realm, kind, value }, { browserHashes, tokenHash }, since) {
    const rows = await db.$queryRaw<{ device: string }[]>`
      SELECT COALESCE(s."browserHash", s."id") AS "device"
      FROM "Identity" i JOIN "Session" s ON s."accountId" = i."accountId"
      WHERE i."realm" = ${realm} AND i."kind" = ${kind} AND i."value" = ${value}
        AND s."forgottenAt" IS NULL AND s."endsAt" > ${since}::timestamptz
        AND (s."browserHash" = ANY(${[...browserHashes]}::text[]) OR s."id" = (SELECT t."sessionId" FROM "Token" t WHERE t."hash" = ${tokenHash}))
      ORDER BY s."createdAt" LIMIT 1`
    return rows[0]?.device
  },
})

const ended = (now: Date, forget: boolean | undefined) => ({ revokedAt: now, ...(forget && { forgottenAt: now }) })

/** Stores a new session with its first tokens, inside the transaction that earned it. */
export async function insertSession(tx: Prisma.TransactionClient, { tokens, ...session }: NewSession): Promise<void> {
  await tx.session.create({ data: session })
  const rows = tokens.map((token) => ({ ...token, sessionId: session.id, issuedAt: session.createdAt }))
  await tx.token.createMany({ data: rows })
}

const toSession = ({ audience, ...row }: SessionRow): Session => ({
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
