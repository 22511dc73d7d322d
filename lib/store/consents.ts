import type { Consents } from "@/lib/account/consent"
import type { Database } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"

/** Consents in Postgres. */
export const consents = ({ sql: door }: Pick<Database, "sql">): Consents => ({
  async given(accountId, client) {
    const [row] = await door.rows<{ scopes: string[] }>(sql`
      SELECT "scopes" FROM "Consent" WHERE "accountId" = ${accountId} AND "client" = ${client}`)
    return row?.scopes ?? []
  },

  async give(accountId, client, scopes, now) {
    await door.run(sql`
      INSERT INTO "Consent" AS c ("accountId", "client", "scopes", "givenAt")
      VALUES (${accountId}, ${client}, ${[...scopes]}::text[], ${now}::timestamptz)
      ON CONFLICT ("accountId", "client") DO UPDATE SET "givenAt" = EXCLUDED."givenAt",
        "scopes" = ARRAY(SELECT DISTINCT unnest(c."scopes" || EXCLUDED."scopes"))`)
  },

  async takeBack(accountId, sessionId) {
    await door.run(sql`
      DELETE FROM "Consent" c USING "Session" s
      WHERE s."id" = ${sessionId} AND s."accountId" = ${accountId} AND s."audience" = 'openid'
        AND c."accountId" = s."accountId" AND c."client" = s."client"`)
  },

  async takeAllBack(accountId) {
    await door.run(sql`DELETE FROM "Consent" WHERE "accountId" = ${accountId}`)
  },
})
