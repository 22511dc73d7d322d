import { mostPasskeys, type Passkey, type Passkeys, type Use } from "@/lib/account/passkey"
import { type OwnedRow, ownerColumns, ownerOf } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { isUniqueViolation, rowsOf, type Statement, sql } from "@/lib/store/sql"
import type { Passkey as Row } from "@/prisma/generated/client"

/** Passkeys in Postgres. */
export const passkeys = ({ sql: door }: Pick<Database, "sql">): Passkeys => ({
  async insert(passkey, bySession, event) {
    try {
      // The account is locked, so that of two at once the later counts the earlier; the session, so that who ends it comes before or after.
      const [row] = await door.transaction(async (tx) => {
        await tx.rows(sql`SELECT 1 AS "one" FROM "Account" WHERE "id" = ${passkey.accountId} FOR NO KEY UPDATE`)
        return tx.rows<{ lives: boolean; made: boolean }>(insertion(passkey, bySession, event))
      })
      if (row?.made) return "kept"
      return row?.lives ? "full" : "signed-out"
    } catch (problem) {
      if (isUniqueViolation(problem)) return "taken"
      throw problem
    }
  },

  async find(id) {
    const [row] = await door.rows<PasskeyRow & OwnedRow>(sql`
      SELECT ${columns}, ${ownerColumns} FROM "Passkey" p JOIN "Account" a ON a."id" = p."accountId" WHERE p."id" = ${id}`)
    const account = row && ownerOf(row)
    return account && { passkey: toPasskey(row), account }
  },

  async list(accountId) {
    const rows = await door.rows<PasskeyRow>(sql`
      SELECT ${columns} FROM "Passkey" p WHERE p."accountId" = ${accountId} ORDER BY p."createdAt" DESC, p."id"`)
    return rows.map(toPasskey)
  },

  async rename(accountId, id, name) {
    return (await door.run(sql`UPDATE "Passkey" SET "name" = ${name} WHERE ${ownOf(accountId, id)}`)) === 1
  },

  async remove(accountId, id, event) {
    const written = await door.run(sql`
      WITH removed AS (DELETE FROM "Passkey" WHERE ${ownOf(accountId, id)} RETURNING "id")
      ${insertEvents([event], sql`EXISTS (SELECT FROM removed)`)}`)
    return written === 1
  },
})

const insertion = (passkey: Passkey, bySession: string, event: Parameters<Passkeys["insert"]>[2]) => sql`
  WITH living AS (
    SELECT 1 FROM "Session" s WHERE s."id" = ${bySession} AND s."revokedAt" IS NULL FOR SHARE
  ), made AS (
    INSERT INTO "Passkey" ("id", "accountId", "rpId", "name", "publicKey", "counter", "transports", "isBackedUp", "createdAt")
    SELECT n.* FROM living, jsonb_to_recordset(${rowsOf([passkey])}::jsonb) AS n("id" text, "accountId" text, "rpId" text,
      "name" text, "publicKey" text, "counter" bigint, "transports" text[], "isBackedUp" boolean, "createdAt" timestamptz)
    WHERE (SELECT count(*) FROM "Passkey" p WHERE p."accountId" = ${passkey.accountId}) < ${mostPasskeys}::int
    RETURNING "id"
  ), recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM made)`)})
  SELECT EXISTS (SELECT FROM living) AS "lives", EXISTS (SELECT FROM made) AS "made"`

/**
 * The `WITH` part `used` that counts one use of a passkey: one row if the passkey is still there and its counter goes on from what it was,
 * and none else. So of two answers with one count, of which one may be a copy's, one counts.
 */
export const usedPasskey = ({ id, counter, isBackedUp }: Use, now: Date): Statement => sql`
  used AS (
    UPDATE "Passkey" p SET "counter" = ${counter}::bigint, "isBackedUp" = ${isBackedUp}::boolean, "lastUsedAt" = ${now}::timestamptz
    WHERE p."id" = ${id} AND (p."counter" < ${counter}::bigint OR (p."counter" = 0 AND ${counter}::bigint = 0)) RETURNING p."id"
  )`

const ownOf = (accountId: string, id: string) => sql`"id" = ${id} AND "accountId" = ${accountId}`

type PasskeyRow = Omit<Row, "counter"> & { counter: number }

const columns = sql`
  p."id", p."accountId", p."rpId", p."name", p."publicKey", p."counter", p."transports", p."isBackedUp", p."createdAt", p."lastUsedAt"`

const toPasskey = (row: PasskeyRow): Passkey => ({
  id: row.id,
  accountId: row.accountId,
  rpId: row.rpId,
  name: row.name,
  publicKey: row.publicKey,
  counter: row.counter,
  transports: row.transports,
  isBackedUp: row.isBackedUp,
  createdAt: row.createdAt,
  lastUsedAt: row.lastUsedAt,
})
