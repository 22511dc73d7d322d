import type { PhoneCredits } from "@/lib/firewall/ledger/credits"
import type { Database } from "@/lib/store/database"

/** When phones last counted, in Postgres. The row keeps the time before too, so that one statement tells whoever takes it. */
export const phoneCredits = (db: Database): PhoneCredits => ({
  async take(phone, now) {
    const [row] = await db.$queryRaw<{ before: Date | null }[]>`
      INSERT INTO "PhoneCredit" AS c ("phone", "at") VALUES (${phone}, ${now}::timestamptz)
      ON CONFLICT ("phone") DO UPDATE SET "before" = c."at", "at" = GREATEST(c."at", EXCLUDED."at")
      RETURNING "before"`
    const before = row?.before
    return before ? Math.max(0, now.getTime() - before.getTime()) : Number.POSITIVE_INFINITY
  },
})
