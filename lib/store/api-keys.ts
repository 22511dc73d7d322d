import type { ApiKey, ApiKeys } from "@/lib/session/api-key"
import { type OwnedRow, ownerColumns, ownerOf } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { rowsOf, sql } from "@/lib/store/sql"
import { after, minutes } from "@/lib/time"
import type { ApiKey as Row } from "@/prisma/generated/client"

/** API keys in Postgres. */
export const apiKeys = (db: Database): ApiKeys => ({
  async insert(key, by, event) {
    // The session is locked, so that whoever ends it and its account's keys comes after this key, or before it.
    const written = await db.sql.run(sql`
      WITH living AS (
        SELECT 1 FROM "Session" s WHERE s."id" = ${by} AND s."revokedAt" IS NULL FOR SHARE
      ), made AS (
        INSERT INTO "ApiKey" ("id", "accountId", "name", "hash", "ending", "scopes", "createdAt")
        SELECT n.* FROM living, jsonb_to_recordset(${rowsOf([key])}::jsonb) AS n("id" text, "accountId" text, "name" text, "hash" text,
          "ending" text, "scopes" text[], "createdAt" timestamptz)
        RETURNING "id"
      ) ${insertEvents([event], sql`EXISTS (SELECT FROM made)`)}`)
    return written === 1
  },

  async use(hash, now) {
    const lately = after(now, -minutes(1))
    const [row] = await db.sql.rows<KeyRow & OwnedRow>(sql`
      WITH found AS (
        SELECT ${keyColumns}, ${ownerColumns} FROM "ApiKey" k JOIN "Account" a ON a."id" = k."accountId" WHERE k."hash" = ${hash}
      ), used AS (
        UPDATE "ApiKey" k SET "lastUsedAt" = ${now}::timestamptz FROM found f
        WHERE k."id" = f."id" AND k."revokedAt" IS NULL AND (k."lastUsedAt" IS NULL OR k."lastUsedAt" <= ${lately}::timestamptz)
      )
      SELECT * FROM found`)
    const account = row && ownerOf(row)
    return account && { key: toKey(row), account, revoked: row.revokedAt !== null }
  },

  async list(accountId) {
    const rows = await db.sql.rows<KeyRow>(sql`
      SELECT ${keyColumns} FROM "ApiKey" k WHERE k."accountId" = ${accountId} AND k."revokedAt" IS NULL
      ORDER BY k."createdAt" DESC, k."id" LIMIT 500`)
    return rows.map(toKey)
  },

  async revoke(accountId, id, now, event) {
    const written = await db.sql.run(sql`
      WITH ended AS (
        UPDATE "ApiKey" SET "revokedAt" = ${now}::timestamptz
        WHERE "id" = ${id} AND "accountId" = ${accountId} AND "revokedAt" IS NULL RETURNING "id"
      ) ${insertEvents([event], sql`EXISTS (SELECT FROM ended)`)}`)
    return written === 1
  },

  async revokeAll(accountId, now, event) {
    await db.sql.run(sql`
      WITH ended AS (
        UPDATE "ApiKey" SET "revokedAt" = ${now}::timestamptz
        WHERE "accountId" = ${accountId} AND "revokedAt" IS NULL RETURNING "id"
      )
      INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "client", "network")
      SELECT gen_random_uuid()::text, n."at", n."realm", n."kind", n."accountId", ended."id", n."network"
      FROM ended, jsonb_to_recordset(${rowsOf([event])}::jsonb) AS n("at" timestamptz, "realm" text, "kind" text, "accountId" text,
        "network" text)`)
  },
})

type KeyRow = Omit<Row, "hash">

const keyColumns = sql`
  k."id", k."accountId", k."name", k."ending", k."scopes", k."createdAt", k."lastUsedAt", k."revokedAt"`

const toKey = ({ id, accountId, name, ending, scopes, createdAt, lastUsedAt }: KeyRow): ApiKey => ({
  id,
  accountId,
  name,
  ending,
  scopes,
  createdAt,
  lastUsedAt,
})
