import type { OperatorSeats } from "@/lib/account/operator-seat"
import type { Database } from "@/lib/store/database"

/** Operators' seats in Postgres. */
export const operatorSeats = (db: Database): OperatorSeats => ({
  async holderOf(phone) {
    return (await db.operatorSeat.findFirst({ where: { phone, releasedAt: null } }))?.accountId
  },

  async take(phone, { accountId, signedInAt }, now) {
    const taken = await db.$executeRaw`
      INSERT INTO "OperatorSeat" AS s ("phone", "accountId", "takenAt")
      SELECT a."phone", a."id", ${now}::timestamptz FROM "Account" a
      WHERE a."id" = ${accountId} AND a."phone" = ${phone} AND a."phoneVerifiedAt" IS NOT NULL
        AND (EXISTS (SELECT 1 FROM "OperatorSeat" f WHERE f."phone" = a."phone") OR NOT EXISTS (
          SELECT 1 FROM "Account" b
          WHERE b."realm" = a."realm" AND b."phone" = a."phone" AND b."phoneVerifiedAt" < a."phoneVerifiedAt"))
      ON CONFLICT ("phone") DO UPDATE
        SET "accountId" = EXCLUDED."accountId", "takenAt" = EXCLUDED."takenAt", "releasedAt" = NULL
        WHERE s."releasedAt" < ${signedInAt}::timestamptz`
    return taken === 1
  },

  async list() {
    const rows = await db.operatorSeat.findMany({ where: { releasedAt: null }, orderBy: { takenAt: "asc" } })
    return rows.map(({ phone, accountId, takenAt }) => ({ phone, accountId, takenAt }))
  },

  async release(accountId, now) {
    const where = { accountId, releasedAt: null }
    return (await db.operatorSeat.updateMany({ where, data: { releasedAt: now } })).count
  },
})
