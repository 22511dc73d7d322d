import type { Account, Accounts, IdentityKind } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
import type { Database } from "@/lib/store/database"
import type { Account as AccountRow } from "@/prisma/generated/client"

/** Accounts in Postgres. */
export const accounts = (db: Database): Accounts => ({
  async byId(id) {
    const row = await db.account.findUnique({ where: { id } })
    return row ? toAccount(row) : undefined
  },

  async by(kind, realm, value) {
    const row = await find(db, kind, realm, value)
    return row && toAccount(row)
  },

  async withPassword(realm, email) {
    // One row of two texts, whether or not anybody is found: to read a longer one takes measurably longer.
    const rows = await db.$queryRaw<{ accountId: string; passwordHash: string }[]>`
      SELECT COALESCE(a."id", '') AS "accountId", COALESCE(a."passwordHash", '') AS "passwordHash" FROM (SELECT 1) AS one
      LEFT JOIN "Identity" i ON i."realm" = ${realm} AND i."kind" = 'email' AND i."value" = ${email}
      LEFT JOIN "Account" a ON a."id" = i."accountId"`
    return rows[0]?.passwordHash ? rows[0] : undefined
  },

  async verifiedPhone(id) {
    const row = await db.account.findFirst({ where: { id, phoneVerifiedAt: { not: null } }, select: { phone: true } })
    return row?.phone ?? undefined
  },

  async newNumber() {
    const rows = await db.$queryRaw<{ number: number }[]>`SELECT nextval('account_number')::int AS number`
    return (rows[0] as { number: number }).number
  },

  async identities(accountId) {
    const rows = await db.identity.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } })
    return rows.map(({ kind, value, createdAt }) => ({ kind: kind as IdentityKind, value, createdAt }))
  },
})

/** One statement whether or not anybody is found: a second one for those who are would tell by its time. */
async function find(db: Database, kind: IdentityKind, realm: Realm, value: string): Promise<AccountRow | undefined> {
  const rows = await db.$queryRaw<AccountRow[]>`
    SELECT a.* FROM "Identity" i JOIN "Account" a ON a."id" = i."accountId"
    WHERE i."realm" = ${realm} AND i."kind" = ${kind} AND i."value" = ${value}`
  return rows[0]
}

/** A row as the core knows it. */
export const toAccount = (row: AccountRow): Account => ({
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
