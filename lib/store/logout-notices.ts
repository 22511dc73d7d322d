import { type LogoutNotice, type LogoutNotices, mostTries } from "@/lib/session/logout-notice"
import type { Database } from "@/lib/store/database"
import { type Statement, sql } from "@/lib/store/sql"

/** What apps have yet to be told, in Postgres. */
export const logoutNotices = ({ sql: door }: Pick<Database, "sql">): LogoutNotices => ({
  async claim(most, now) {
    // Due again before anybody knows what came of it: a process that dies meanwhile loses nothing.
    return door.rows<LogoutNotice>(sql`
      WITH due AS (
        SELECT "id" FROM "LogoutNotice" WHERE "dueAt" <= ${now}::timestamptz AND "tries" < ${mostTries}
        ORDER BY "dueAt" LIMIT ${most} FOR UPDATE SKIP LOCKED
      )
      UPDATE "LogoutNotice" n SET "tries" = n."tries" + 1,
        "dueAt" = ${now}::timestamptz + interval '10 seconds' * power(6, n."tries")
      FROM due WHERE n."id" = due."id"
      RETURNING n."id", n."client", n."accountId", n."sessionId", n."tries",
        (SELECT c."backchannelLogoutUri" FROM "OAuthClient" c WHERE c."id" = n."client") AS "uri"`)
  },

  async done(id) {
    await door.run(sql`DELETE FROM "LogoutNotice" WHERE "id" = ${id}`)
  },

  async catchUp(accountId, now) {
    const late = sql`s."accountId" = ${accountId} AND EXISTS (
      SELECT FROM "Session" b WHERE b."id" = s."beganIn" AND b."revokedAt" IS NOT NULL)`
    await door.run(sql`WITH ${followed(late, now)} ${notices(sql`SELECT * FROM followed`, now)}`)
  },
})

/**
 * The `WITH` parts that end the sessions of apps that want to be told, among those that `which` means of a row `s`: `followed` are they. An app
 * that is not told goes on until its tokens end or its owner ends it.
 */
export const followed = (which: Statement, now: Date): Statement => sql`
  followed AS (
    UPDATE "Session" s SET "revokedAt" = ${now}::timestamptz FROM "OAuthClient" c
    WHERE ${which} AND s."audience" = 'openid' AND s."revokedAt" IS NULL
      AND c."id" = s."client" AND c."backchannelLogoutUri" IS NOT NULL
    RETURNING s."id", s."accountId", s."client"
  ), noted AS (
    INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "sessionId", "client")
    SELECT gen_random_uuid()::text, ${now}::timestamptz, a."realm", 'signed-out', a."id", f."id", f."client"
    FROM followed f JOIN "Account" a ON a."id" = f."accountId"
  )`

/** Writes down which apps are to be told, for sessions that have ended: those of apps that people signed in to, where they listen. */
export const notices = (ended: Statement, now: Date): Statement => sql`
  INSERT INTO "LogoutNotice" ("id", "client", "accountId", "sessionId", "endedAt", "dueAt")
  SELECT gen_random_uuid()::text, e."client", e."accountId", e."id", ${now}::timestamptz, ${now}::timestamptz
  FROM (${ended}) e JOIN "OAuthClient" c ON c."id" = e."client" AND c."backchannelLogoutUri" IS NOT NULL`

/** Whether there is any app that wants to be told. */
export const anyListens: Statement = sql`EXISTS (SELECT FROM "OAuthClient" WHERE "backchannelLogoutUri" IS NOT NULL)`
