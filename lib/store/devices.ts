import type { Devices } from "@/lib/account/device"
import type { Database } from "@/lib/store/database"

/** Devices in Postgres. */
export const devices = (db: Database): Devices => ({
  async register({ handle, platform }, accountId, now) {
    await db.$executeRaw`
      INSERT INTO "Device" ("handle", "platform", "accountId", "createdAt")
      VALUES (${handle}, ${platform}, ${accountId}, ${now}::timestamptz)
      ON CONFLICT ("platform", "handle") DO UPDATE SET "accountId" = EXCLUDED."accountId", "createdAt" = EXCLUDED."createdAt"
      WHERE "Device"."accountId" <> EXCLUDED."accountId"`
  },
})
