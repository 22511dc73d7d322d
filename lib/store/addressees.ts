import type { Addressee, Addressees } from "@/lib/account/addressee"
import { toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import type { Account as AccountRow } from "@/prisma/generated/client"

type Row = AccountRow & Omit<Addressee, "account" | "pending"> & { pending: Addressee["pending"] | null }

/** Addressees in Postgres. */
export const addressees = ({ sql: door }: Pick<Database, "sql">): Addressees => ({
  async find({ realm, kind, value }, shown, now, knownSince) {
    const [row] = await door.rows<Row>(sql`
      SELECT a.*,
        EXISTS (SELECT FROM "PhoneChange" p WHERE p."accountId" = a."id" AND p."endedAt" IS NULL
          AND p."newProvedAt" IS NOT NULL AND p."effectiveAt" <= ${now}::timestamptz) AS "isChangeDue",
        EXISTS (SELECT FROM "Session" s WHERE s."accountId" = a."id" AND s."forgottenAt" IS NULL
          AND s."endsAt" > ${knownSince}::timestamptz AND (s."browserHash" = ANY(${shown?.browserHashes ?? []}::text[])
            OR s."id" = (SELECT t."sessionId" FROM "Token" t WHERE t."hash" = ${shown?.tokenHash ?? null}::text))
        ) AS "isKnownDevice",
        (SELECT jsonb_build_object('phone', c."phone", 'applicant', c."applicant", 'whitelabelId', c."whitelabelId")
          FROM "Challenge" c WHERE c."realm" = ${realm}::text AND c."subject" = ${value}::text AND c."usedAt" IS NULL
        ) AS "pending"
      FROM (SELECT 1) AS one
      LEFT JOIN "Identity" i ON i."realm" = ${realm}::text AND i."kind" = ${kind}::text AND i."value" = ${value}::text
      LEFT JOIN "Account" a ON a."id" = i."accountId"`)
    const { isChangeDue, isKnownDevice, pending, ...account } = row as Row
    return {
      account: account.id ? toAccount(account) : undefined,
      isChangeDue,
      isKnownDevice,
      pending: pending ?? undefined,
    }
  },
})
