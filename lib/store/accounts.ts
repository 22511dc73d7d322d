import type { Account, Accounts, IdentityKind } from "@/lib/account/account"
import { isLanguage } from "@/lib/account/language"
import type { Realm } from "@/lib/account/realm"
import type { Owner } from "@/lib/session/session"
import type { Database } from "@/lib/store/database"
import { type Statement, sql } from "@/lib/store/sql"
import type { Account as AccountRow } from "@/prisma/generated/client"

/** Accounts in Postgres. */
export const accounts = (db: Database): Accounts => ({
  async byId(id) {
    const [row] = await db.sql.rows<AccountRow>(sql`SELECT * FROM "Account" WHERE "id" = ${id}`)
    return row && toAccount(row)
  },

  async by(kind, realm, value) {
    // One statement whether or not anybody is found: a second one for those who are would tell by its time.
    const [row] = await db.sql.rows<AccountRow>(sql`
      SELECT a.* FROM ${accountOf({ realm, kind, value })} WHERE a."id" IS NOT NULL`)
    return row && toAccount(row)
  },

  async withPassword(realm, email) {
    // One row of two texts, whether or not anybody is found: to read a longer one takes measurably longer.
    const [row] = await db.sql.rows<{ accountId: string; passwordHash: string }>(sql`
      SELECT COALESCE(a."id", '') AS "accountId", COALESCE(a."passwordHash", '') AS "passwordHash"
      FROM ${accountOf({ realm, kind: "email", value: email })}`)
    return row?.passwordHash ? row : undefined
  },

  async verifiedPhone(id) {
    const [row] = await db.sql.rows<{ phone: string | null }>(sql`
      SELECT "phone" FROM "Account" WHERE "id" = ${id} AND "phoneVerifiedAt" IS NOT NULL`)
    return row?.phone ?? undefined
  },

  async newNumber() {
    const [row] = await db.sql.rows<{ number: number }>(sql`SELECT nextval('account_number')::int AS number`)
    return (row as { number: number }).number
  },

  async speak(accountId, language) {
    await db.sql.rows(sql`UPDATE "Account" SET "language" = ${language} WHERE "id" = ${accountId}`)
  },

  async identities(accountId) {
    const rows = await db.identity.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } })
    return rows.map(({ kind, value, createdAt }) => ({ kind: kind as IdentityKind, value, createdAt }))
  },
})

/** What finds an account, as values or as columns of a row. */
export type Named = { [Part in keyof Owner]: string | Statement }

/**
 * The account `a` that a name finds, as one row for a FROM; nulls where it finds nobody. Each is looked up by its key: joined, they are
 * read whole by a plan that was made while there were few.
 */
export const accountOf = ({ realm, kind, value }: Named): Statement => sql`
  (SELECT (SELECT i."accountId" FROM "Identity" i
    WHERE i."realm" = ${realm}::text AND i."kind" = ${kind}::text AND i."value" = ${value}::text) AS "accountId") AS named
  LEFT JOIN ${accountBy(sql`named."accountId"`)} AS a ON true`

/** The account of an id, for a join. */
export const accountBy = (id: Statement): Statement => sql`
  LATERAL (SELECT * FROM "Account" a WHERE a."id" = ${id} LIMIT 1)`

/** A row as the core knows it. */
export const toAccount = (row: Omit<AccountRow, "phoneVerifiedAt" | "passwordHash">): Account => ({
  id: row.id,
  number: row.number,
  realm: row.realm as Realm,
  firstName: row.firstName,
  lastName: row.lastName,
  email: row.email,
  emailVerified: row.emailVerified,
  phone: row.phone,
  phoneCountry: row.phoneCountry,
  whitelabelId: row.whitelabelId,
  permissionId: row.permissionId,
  language: isLanguage(row.language) ? row.language : null,
  createdAt: row.createdAt,
  lastSignInAt: row.lastSignInAt,
})

/** The columns of an account `a` beside those of the row that it belongs to. All are null where it belongs to nobody. */
export const ownerColumns: Statement = sql`
  a."id" AS "ownerId", a."number", a."realm", a."firstName", a."lastName", a."email", a."emailVerified", a."phone",
  a."phoneCountry", a."whitelabelId", a."permissionId", a."language", a."createdAt" AS "joinedAt", a."lastSignInAt"`

/** A row with `ownerColumns`. */
export type OwnedRow = Omit<AccountRow, "id" | "createdAt" | "phoneVerifiedAt" | "passwordHash"> & {
  ownerId: string | null
  joinedAt: Date
}

/** The account of such a row, if it has one. */
export const ownerOf = ({ ownerId: id, joinedAt: createdAt, ...row }: OwnedRow): Account | undefined =>
  id === null ? undefined : toAccount({ ...row, id, createdAt })
