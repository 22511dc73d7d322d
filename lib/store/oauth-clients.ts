import { waitAfter } from "@/lib/challenge/failures"
import type { Authenticated, OAuthClient, OAuthClients, ShownSecret } from "@/lib/session/oauth-client"
import type { Database } from "@/lib/store/database"
import { orOneMore } from "@/lib/store/limits-in-postgres"
import { momentIn, rowsOf, type Sql, sql, unhurried } from "@/lib/store/sql"
import { together } from "@/lib/store/together"
import { waitEnds } from "@/lib/store/waits"
import { after } from "@/lib/time"

type Row = Omit<OAuthClient, "id"> & {
  id: string | null
  isHeard: boolean
  isTried: boolean
  waitEnds: Date | null
  failures: number | null
  resetsAt: Date | null
}

/** Machine clients in Postgres. */
export const oauthClients = ({ sql: door }: Pick<Database, "sql">): OAuthClients => {
  // One who is alone is asked about everything at once.
  const plainly = together(async (lot: readonly Showing[]) => (lot.length > 1 ? plainlyRight(door, lot) : []))
  return {
    async find(id) {
      const [row] = await door.rows<OAuthClient>(sql`
        SELECT * FROM "OAuthClient" WHERE "id" = ${id} AND "disabledAt" IS NULL`)
      return row
    },
    async publicAddresses() {
      const rows = await door.rows<{ uri: string }>(sql`
        SELECT unnest("redirectUris") AS "uri" FROM "OAuthClient"
        WHERE "secretHash" IS NULL AND "disabledAt" IS NULL`)
      return rows.map(({ uri }) => uri)
    },
    authenticate: async (shown, now) => (await plainly({ shown, now })) ?? compareAndCount(door, { shown, now }),
  }
}

type Showing = { shown: ShownSecret; now: Date }

/** Those of many at once whose secret is right and whose network never got one wrong, so that there is nothing to count. */
async function plainlyRight(door: Sql, lot: readonly Showing[]): Promise<(Authenticated | undefined)[]> {
  const rows = lot.map(({ shown: { id, secretHashes, tries, failures }, now }, item) => {
    return { item, id, secretHashes, tries: tries.key, failures, now }
  })
  const found = await door.rows<OAuthClient & { item: number }>(sql`
    SELECT v."item", c.* FROM jsonb_to_recordset(${rowsOf(rows)}::jsonb)
      AS v("item" int, "id" text, "secretHashes" text[], "tries" text, "failures" text, "now" timestamptz)
    JOIN "OAuthClient" c ON c."id" = v."id" AND c."secretHash" = ANY(v."secretHashes") AND c."disabledAt" IS NULL
    WHERE NOT EXISTS (SELECT FROM "Limit" l WHERE l."key" = v."tries" AND ${momentIn(sql`l."resetsAt"`)} > v."now" OFFSET 0)
      AND NOT EXISTS (SELECT FROM "FailureCount" f WHERE f."key" = v."failures" OFFSET 0)`)
  const answers: (Authenticated | undefined)[] = []
  for (const { item, ...client } of found) answers[item] = { is: "right", client }
  return answers
}

/** Compares one's secrets and counts what is wrong, or forgets what was. */
async function compareAndCount(door: Sql, { shown, now }: Showing): Promise<Authenticated> {
  const {
    id,
    secretHashes,
    tries: { key, quota },
    failures,
  } = shown
  // Whoever changes both rows locks that of the tries first. A right secret locks it where there is one, and so sees what
  // simultaneous wrong ones took; where there is none, it came before them.
  const fresh = after(now, quota.window)
  const [row] = await door.rows<Row>(sql`
      WITH client AS (
        SELECT c.*, c."secretHash" = ANY(${secretHashes}::text[]) AS "isRight" FROM "OAuthClient" c
        WHERE c."id" = ${id} AND c."disabledAt" IS NULL
      ), locked AS (
        SELECT l."spent" FROM "Limit" l WHERE l."key" = ${key} AND l."resetsAt" > ${now}::timestamptz
          AND EXISTS (SELECT FROM client WHERE "isRight") FOR UPDATE
      ), heard AS (
        SELECT 1 FROM client WHERE "isRight" AND NOT EXISTS (SELECT FROM locked WHERE "spent" >= ${quota.points}::int)
      ), tried AS (
        INSERT INTO "Limit" AS l ("key", "spent", "resetsAt")
        SELECT ${key}, 1, ${fresh}::timestamptz WHERE NOT EXISTS (SELECT FROM client WHERE "isRight")
        ${orOneMore(sql`${quota.points}::int`, now)}
        RETURNING 1
      ), wait AS (
        SELECT f."count", ${waitEnds} AS "ends"
        FROM "FailureCount" f WHERE f."key" = ${failures}
      ), running AS (
        SELECT "count", "ends" FROM wait WHERE "ends" > ${now}::timestamptz
      ), counted AS (
        INSERT INTO "FailureCount" AS f ("key", "count", "lastAt")
        SELECT ${failures}, 1, ${now}::timestamptz FROM tried WHERE NOT EXISTS (SELECT FROM running)
        ON CONFLICT ("key") DO UPDATE SET "count" = f."count" + 1, "lastAt" = GREATEST(f."lastAt", EXCLUDED."lastAt")
      ), forgotten AS (
        DELETE FROM "FailureCount" WHERE "key" = ${failures} AND EXISTS (SELECT FROM heard) RETURNING "count"
      ), returned AS (
        UPDATE "Limit" SET "spent" = GREATEST(0, "spent" - forgotten."count") FROM forgotten
        WHERE "key" = ${key} AND "resetsAt" > ${now}::timestamptz
      )
      SELECT client.*,
        EXISTS (SELECT FROM heard) AS "isHeard", EXISTS (SELECT FROM tried) AS "isTried",
        (SELECT "ends" FROM running) AS "waitEnds", (SELECT "count" FROM running) AS "failures",
        (SELECT l."resetsAt" FROM "Limit" l WHERE l."key" = ${key}) AS "resetsAt"
      FROM ${unhurried} LEFT JOIN client ON true`)
  const { isHeard, isTried, waitEnds: until, resetsAt, id: known, failures: count, ...client } = row as Row
  if (isHeard) return { is: "right", client: { ...client, id } }
  if (!isTried) return { is: "limited", taken: false, quota, retryAt: resetsAt && resetsAt > now ? resetsAt : fresh }
  if (until) return { is: "waiting", wait: waitAfter(count ?? 0), retryAt: until }
  return { is: "wrong", client: known ?? undefined }
}

/**
 * Makes the configuration's clients the ones there are, beside those that operators made. One that was taken out of it is gone, and its tokens
 * with it; those of a client that stays go on. An app's people are signed out of it too. One that an operator made is the configuration's from
 * the day that it names it.
 */
export async function seedOAuthClients(db: Database, clients: readonly OAuthClient[], now: Date): Promise<void> {
  const ids = clients.map(({ id }) => id)
  await db.sql.run(sql`
    WITH kept AS (
      INSERT INTO "OAuthClient" ("id", "name", "secretHash", "scopes", "redirectUris", "postLogoutRedirectUris", "firstParty",
        "backchannelLogoutUri")
      SELECT c."id", c."name", c."secretHash", c."scopes", c."redirectUris", c."postLogoutRedirectUris", c."firstParty",
        c."backchannelLogoutUri" FROM jsonb_to_recordset(${rowsOf(clients)}::jsonb) AS c ("id" text, "name" text, "secretHash" text, "scopes" text[],
        "redirectUris" text[], "postLogoutRedirectUris" text[], "firstParty" boolean,
        "backchannelLogoutUri" text) ORDER BY c."id"
      ON CONFLICT ("id") DO UPDATE SET "name" = EXCLUDED."name", "secretHash" = EXCLUDED."secretHash", "scopes" = EXCLUDED."scopes",
        "redirectUris" = EXCLUDED."redirectUris", "postLogoutRedirectUris" = EXCLUDED."postLogoutRedirectUris",
        "firstParty" = EXCLUDED."firstParty", "backchannelLogoutUri" = EXCLUDED."backchannelLogoutUri",
        "madeBy" = NULL, "madeAt" = NULL, "disabledAt" = NULL
    ), gone AS (
      DELETE FROM "OAuthClient" WHERE NOT "id" = ANY(${ids}::text[]) AND "madeBy" IS NULL
    )
    UPDATE "Session" s SET "revokedAt" = ${now}::timestamptz
    WHERE (s."accountId" IS NULL OR s."audience" = 'openid') AND NOT s."client" = ANY(${ids}::text[]) AND s."revokedAt" IS NULL
      AND NOT EXISTS (SELECT FROM "OAuthClient" c WHERE c."id" = s."client" AND c."madeBy" IS NOT NULL)`)
}
