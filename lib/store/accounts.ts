import type { Account, Accounts, IdentityKind } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
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
      SELECT a.* FROM "Identity" i JOIN "Account" a ON a."id" = i."accountId"
      WHERE i."realm" = ${realm} AND i."kind" = ${kind} AND i."value" = ${value}`)
    return row && toAccount(row)
  },

  async withPassword(realm, email) {
    // One row of two texts, whether or not anybody is found: to read a longer one takes measurably longer.
    const [row] = await db.sql.rows<{ accountId: string; passwordHash: string }>(sql`
      SELECT COALESCE(a."id", '') AS "accountId", COALESCE(a."passwordHash", '') AS "passwordHash" FROM (SELECT 1) AS one
      LEFT JOIN "Identity" i ON i."realm" = ${realm} AND i."kind" = 'email' AND i."value" = ${email}
      LEFT JOIN "Account" a ON a."id" = i."accountId"`)
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

  async identities(accountId) {
    const rows = await db.identity.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } })
    return rows.map(({ kind, value, createdAt }) => ({ kind: kind as IdentityKind, value, createdAt }))
  },
})

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
  createdAt: row.createdAt,
  lastSignInAt: row.lastSignInAt,
})

/** The columns of an account `a` beside those of the row that it belongs to. All are null where it belongs to nobody. */
export const ownerColumns: Statement = sql`
  a."id" AS "ownerId", a."number", a."realm", a."firstName", a."lastName", a."email", a."emailVerified", a."phone",
  a."phoneCountry", a."whitelabelId", a."permissionId", a."createdAt" AS "joinedAt", a."lastSignInAt"`

/** A row with `ownerColumns`. */
export type OwnedRow = Omit<AccountRow, "id" | "createdAt" | "phoneVerifiedAt" | "passwordHash"> & {
  ownerId: string | null
  joinedAt: Date
}

/** The account of such a row, if it has one. */
export const ownerOf = ({ ownerId: id, joinedAt: createdAt, ...row }: OwnedRow): Account | undefined =>
  id === null ? undefined : toAccount({ ...row, id, createdAt })
