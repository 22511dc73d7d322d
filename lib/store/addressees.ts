import type { Addressee, Addressees } from "@/lib/account/addressee"
import { toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { deviceRows } from "@/lib/store/known-device"
import { isChangeDue } from "@/lib/store/phone-changes"
import { sql } from "@/lib/store/sql"
import type { Account as AccountRow } from "@/prisma/generated/client"

type Row = AccountRow & Omit<Addressee, "account" | "pending"> & { pending: Addressee["pending"] | null }

/** Addressees in Postgres. */
export const addressees = ({ sql: door }: Pick<Database, "sql">): Addressees => ({
  async find(owner, shown, now, knownSince) {
    const { realm, kind, value } = owner
    const [row] = await door.rows<Row>(sql`
      SELECT a.*,
        ${isChangeDue(sql`a."id"`, now)} AS "isChangeDue",
        EXISTS (${deviceRows(owner, shown, knownSince)}) AS "isKnownDevice",
        (SELECT jsonb_build_object('phone', c."phone", 'applicant', c."applicant", 'whitelabelId', c."whitelabelId")
          FROM "Challenge" c WHERE c."realm" = ${realm}::text AND c."subject" = ${value}::text AND c."usedAt" IS NULL
        ) AS "pending"
      FROM (SELECT 1) AS one
      LEFT JOIN "Identity" i ON i."realm" = ${realm}::text AND i."kind" = ${kind}::text AND i."value" = ${value}::text
      LEFT JOIN "Account" a ON a."id" = i."accountId"`)
    const { isChangeDue: isDue, isKnownDevice, pending, ...account } = row as Row
    return {
      account: account.id ? toAccount(account) : undefined,
      isChangeDue: isDue,
      isKnownDevice,
      pending: pending ?? undefined,
    }
  },
})
