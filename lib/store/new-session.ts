import type { NewSession } from "@/lib/session/session"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/**
 * The `WITH` parts that store a session and the tokens that it begins with, on a condition: `made` is the session then. `beganIn` is the
 * browser's session that an app's begins in.
 */
export const newSession = (
  { tokens, ...session }: NewSession,
  when: Statement,
  beganIn: Statement = sql`NULL::text`,
): Statement => sql`
  made AS (
    INSERT INTO "Session" ("id", "accountId", "audience", "client", "scopes", "deviceHash", "browserHash", "network", "userAgent",
      "createdAt", "provedAt", "lastSeenAt", "endsAt", "beganIn")
    SELECT n.*, ${beganIn} FROM jsonb_to_recordset(${rowsOf([session])}::jsonb) AS n("id" text, "accountId" text, "audience" text,
      "client" text, "scopes" text[], "deviceHash" text, "browserHash" text, "network" text, "userAgent" text,
      "createdAt" timestamptz, "provedAt" timestamptz, "lastSeenAt" timestamptz, "endsAt" timestamptz)
    WHERE ${when} RETURNING "id", "createdAt"
  ), tokens AS (
    INSERT INTO "Token" ("hash", "sessionId", "kind", "issuedAt", "expiresAt")
    SELECT n."hash", made."id", n."kind", made."createdAt", n."expiresAt"
    FROM made, jsonb_to_recordset(${rowsOf(tokens)}::jsonb) AS n("hash" text, "kind" text, "expiresAt" timestamptz)
  )`
