import type { Device, Devices } from "@/lib/account/device"
import { policy } from "@/lib/limits/policy"
import type { Database } from "@/lib/store/database"
import { after } from "@/lib/time"

/** Devices in Postgres. */
export const devices = (db: Database): Devices => ({
  async register({ handle, platform }, accountId, now) {
    const lapsed = after(now, -policy.deviceLapses)
    await db.$transaction(async (tx) => {
      // Devices of one account are registered one after the other, so that the bound holds.
      await tx.$queryRaw`SELECT 1 FROM "Account" WHERE "id" = ${accountId} FOR NO KEY UPDATE`
      await tx.$executeRaw`
        INSERT INTO "Device" AS d ("handle", "platform", "accountId", "createdAt", "renewedAt")
        VALUES (${handle}, ${platform}, ${accountId}, ${now}::timestamptz, ${now}::timestamptz)
        ON CONFLICT ("platform", "handle", "accountId") DO UPDATE SET "renewedAt" = EXCLUDED."renewedAt",
          "createdAt" = CASE WHEN d."renewedAt" <= ${lapsed}::timestamptz THEN EXCLUDED."createdAt" ELSE d."createdAt" END`
      await tx.$executeRaw`
        DELETE FROM "Device" WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM "Device" WHERE "accountId" = ${accountId}
          ORDER BY "handle" = ${handle} AND "platform" = ${platform} DESC, "renewedAt" DESC OFFSET ${policy.mostDevices}))`
    })
  },

  reach: (accountId, now) => {
    const lapsed = after(now, -policy.deviceLapses)
    return db.$queryRaw<Device[]>`
      SELECT d."handle", d."platform" FROM "Device" d
      WHERE d."accountId" = ${accountId} AND d."renewedAt" > ${lapsed}::timestamptz AND NOT EXISTS (
        SELECT FROM "Device" o
        WHERE o."platform" = d."platform" AND o."handle" = d."handle" AND o."renewedAt" > ${lapsed}::timestamptz
          AND (o."createdAt", o."accountId") < (d."createdAt", d."accountId"))
      ORDER BY d."createdAt", d."handle"`
  },
})
