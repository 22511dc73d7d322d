import type { Event } from "@/lib/account/event"
import { type AppChange, appChangeKinds, type ListedApp, type MadeApps, type Seen } from "@/lib/session/made-app"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { notices } from "@/lib/store/logout-notices"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/** The apps that operators make, in Postgres. */
export const madeApps = ({ sql: door }: Pick<Database, "sql">): MadeApps => {
  /** Runs a statement whose part `won` has one row if it is the one that counts. */
  const deed = async (won: Statement, event: Event) => {
    const [row] = await door.rows<{ won: boolean }>(sql`
      WITH won AS (${won}), recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM won)`)})
      SELECT EXISTS (SELECT FROM won) AS "won"`)
    return row?.won ?? false
  }
  const endSessions = (client: string, now: Date) =>
    door.run(sql`
      WITH ended AS (
        UPDATE "Session" s SET "revokedAt" = ${now}::timestamptz
        WHERE s."client" = ${client} AND s."audience" = 'openid' AND s."revokedAt" IS NULL AND s."endsAt" > ${now}::timestamptz
        RETURNING s."id", s."accountId", s."client"
      ) ${notices(sql`SELECT * FROM ended`, now)}`)
  return {
    list: () =>
      door.rows<ListedApp>(sql`
        SELECT "id", "name", "scopes", "redirectUris", "postLogoutRedirectUris", "backchannelLogoutUri", "firstParty",
          "secretHash" IS NOT NULL AS "keepsSecret", "madeBy", "madeAt", "disabledAt", "version"
        FROM "OAuthClient" ORDER BY "madeAt" NULLS FIRST, "id"`),

    make: (app, event) =>
      deed(
        sql`
        INSERT INTO "OAuthClient" ("id", "name", "secretHash", "scopes", "redirectUris", "postLogoutRedirectUris", "firstParty",
          "backchannelLogoutUri", "madeBy", "madeAt")
        SELECT n.* FROM jsonb_to_recordset(${rowsOf([app])}::jsonb) AS n("id" text, "name" text, "secretHash" text, "scopes" text[],
          "redirectUris" text[], "postLogoutRedirectUris" text[], "firstParty" boolean, "backchannelLogoutUri" text, "madeBy" text,
          "madeAt" timestamptz)
        ON CONFLICT ("id") DO NOTHING RETURNING "id"`,
        event,
      ),

    rotate: (seen, secretHash, event) =>
      deed(
        sql`
        UPDATE "OAuthClient" SET "secretHash" = ${secretHash}, "version" = "version" + 1
        WHERE ${isAs(seen)} AND "secretHash" IS NOT NULL RETURNING "id"`,
        event,
      ),

    async disable(seen, event, now) {
      const won = await deed(
        sql`
        UPDATE "OAuthClient" SET "disabledAt" = ${now}::timestamptz, "version" = "version" + 1
        WHERE ${isAs(seen)} AND "disabledAt" IS NULL RETURNING "id"`,
        event,
      )
      // A statement of its own, since one that waited for a code that was being redeemed would not see the session that came of it.
      if (won) await endSessions(seen.id, now)
      return won
    },

    async enable(seen, event, now) {
      // Those that a process did not come to end which disabled it would live again. While it is disabled no new ones begin.
      const [disabled] = await door.rows(
        sql`SELECT 1 FROM "OAuthClient" WHERE ${isAs(seen)} AND "disabledAt" IS NOT NULL`,
      )
      if (disabled) await endSessions(seen.id, now)
      return deed(
        sql`
        UPDATE "OAuthClient" SET "disabledAt" = NULL, "version" = "version" + 1
        WHERE ${isAs(seen)} AND "disabledAt" IS NOT NULL RETURNING "id"`,
        event,
      )
    },

    changes: (most) =>
      door.rows<AppChange>(sql`
        SELECT "at", "kind", "reason" AS "app", "accountId" AS "by" FROM "Event"
        WHERE "kind" = ANY(${[...appChangeKinds]}::text[]) ORDER BY "at" DESC LIMIT ${most}`),
  }
}

/** An operator's, and as the operator saw it. */
const isAs = ({ id, version }: Seen) => sql`"id" = ${id} AND "version" = ${version} AND "madeBy" IS NOT NULL`
