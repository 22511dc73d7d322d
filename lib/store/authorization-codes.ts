import type { AuthorizationCodes, IssuedCode, Method } from "@/lib/session/authorization-code"
import { accountBy, type OwnedRow, ownerColumns, ownerOf } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { newSession } from "@/lib/store/new-session"
import { momentIn, rowsOf, sql } from "@/lib/store/sql"
import type { AuthorizationCode as CodeRow } from "@/prisma/generated/client"

type Row = CodeRow & OwnedRow

/** Authorization codes in Postgres. */
export const authorizationCodes = ({ sql: door }: Pick<Database, "sql">): AuthorizationCodes => ({
  async insert(code) {
    await door.run(sql`
      INSERT INTO "AuthorizationCode" ("hash", "client", "accountId", "browserId", "redirectUri", "challenge", "scopes", "nonce", "methods",
        "signedInAt", "network", "userAgent", "issuedAt", "expiresAt")
      SELECT n.* FROM jsonb_to_recordset(${rowsOf([code])}::jsonb) AS n("hash" text, "client" text, "accountId" text, "browserId" text,
        "redirectUri" text, "challenge" text, "scopes" text[], "nonce" text, "methods" text[], "signedInAt" timestamptz, "network" text,
        "userAgent" text, "issuedAt" timestamptz, "expiresAt" timestamptz)`)
  },

  async find(hash) {
    const [row] = await door.rows<Row>(sql`
      SELECT c.*, ${ownerColumns} FROM "AuthorizationCode" c JOIN ${accountBy(sql`c."accountId"`)} AS a ON true
      WHERE c."hash" = ${hash}`)
    return row && toCode(row)
  },

  async redeem({ hash, session, event, now }) {
    // The app and the browser's session are locked, so that whoever disables the one or signs out of the other at this moment is before
    // this or after it. The app comes first: whoever disables it holds no session meanwhile.
    const [row] = await door.rows<{ won: boolean }>(sql`
      WITH app AS (
        SELECT o."id" FROM "OAuthClient" o
        WHERE o."id" = (SELECT c."client" FROM "AuthorizationCode" c WHERE c."hash" = ${hash})
          AND o."disabledAt" IS NULL FOR SHARE OF o
      ), browser AS (
        SELECT s."id" FROM "Session" s
        WHERE s."id" = (SELECT c."browserId" FROM "AuthorizationCode" c JOIN app ON app."id" = c."client" WHERE c."hash" = ${hash})
          AND s."revokedAt" IS NULL AND ${momentIn(sql`s."endsAt"`)} > ${now}::timestamptz FOR NO KEY UPDATE OF s
      ), won AS (
        UPDATE "AuthorizationCode" c SET "usedAt" = ${now}::timestamptz, "sessionId" = ${session.id}
        FROM browser WHERE c."hash" = ${hash} AND c."usedAt" IS NULL AND c."expiresAt" > ${now}::timestamptz RETURNING c."hash"
      ), ${newSession(session, sql`EXISTS (SELECT FROM won)`, sql`(SELECT "id" FROM browser)`)},
      recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM won)`)})
      SELECT EXISTS (SELECT FROM won) AS "won"`)
    return row?.won ?? false
  },
})

function toCode(row: Row): IssuedCode | undefined {
  const account = ownerOf(row)
  return account && { ...row, methods: row.methods as Method[], account }
}
