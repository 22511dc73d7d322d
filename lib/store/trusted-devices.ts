import {
  type ListedTrust,
  mostTrusted,
  type NewTrust,
  type TrustedDevice,
  type TrustedDevices,
  type TrustUse,
} from "@/lib/account/trusted-device"
import { accountBy, type OwnedRow, ownerColumns, ownerOf } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { insertEvents } from "@/lib/store/events"
import { followed, notices } from "@/lib/store/logout-notices"
import { isChangeDue } from "@/lib/store/phone-changes"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"

/** Trusted devices in Postgres. Every statement locks an account first, then a trust, then a session. */
export const trustedDevices = ({ sql: door }: Pick<Database, "sql">): TrustedDevices => ({
  async insert(trust, shown, operatorPhones, event) {
    const [row] = await door.rows<{ made: boolean }>(insertion(trust, shown, operatorPhones, event))
    return row?.made ?? false
  },

  async find(ids, realm, email, now) {
    const [row] = await door.rows<FoundRow>(sql`
      SELECT d."id", d."accountId", d."host", d."hash", d."formerHash", d."rotatedAt", d."sessionId", d."createdAt", d."lastUsedAt",
        d."endsAt", s."forgottenAt" IS NULL AS "lives", ${isChangeDue(sql`d."accountId"`, now)} AS "isChangeDue", ${ownerColumns}
      FROM "TrustedDevice" d JOIN "Session" s ON s."id" = d."sessionId" JOIN ${accountBy(sql`d."accountId"`)} AS a ON true
      WHERE d."id" = ANY(${ids}::text[]) AND d."accountId" = (SELECT i."accountId" FROM "Identity" i
        WHERE i."realm" = ${realm} AND i."kind" = 'email' AND i."value" = ${email})`)
    const account = row && ownerOf(row)
    return account && { device: row, account, lives: row.lives, isChangeDue: row.isChangeDue }
  },

  list: (accountId, now) =>
    door.rows<ListedTrust>(sql`
      SELECT d."id", d."createdAt", d."lastUsedAt", d."endsAt", s."network", s."userAgent"
      FROM "TrustedDevice" d JOIN "Session" s ON s."id" = d."sessionId"
      WHERE d."accountId" = ${accountId} AND d."endsAt" > ${now}::timestamptz AND s."forgottenAt" IS NULL
      ORDER BY d."createdAt" DESC, d."id"`),

  async follow(hashes, accessHash) {
    await door.run(sql`
      WITH trusted AS (
        SELECT d."id", t."sessionId" FROM "Token" t JOIN "Session" n ON n."id" = t."sessionId"
          JOIN "TrustedDevice" d ON d."accountId" = n."accountId" JOIN "Session" s ON s."id" = d."sessionId"
        WHERE t."hash" = ${accessHash} AND d."hash" = ANY(${hashes}::text[]) AND s."forgottenAt" IS NULL
        FOR NO KEY UPDATE OF d, s
      )
      UPDATE "TrustedDevice" d SET "sessionId" = trusted."sessionId" FROM trusted WHERE d."id" = trusted."id"`)
  },

  async remove(accountId, id, event) {
    const written = await door.run(sql`
      WITH gone AS (DELETE FROM "TrustedDevice" WHERE "id" = ${id} AND "accountId" = ${accountId} RETURNING "id")
      ${insertEvents([event], sql`EXISTS (SELECT FROM gone)`)}`)
    return written === 1
  },

  async forget(hashes, { at, realm, kind, client, network }) {
    await door.run(sql`
      WITH gone AS (DELETE FROM "TrustedDevice" WHERE "hash" = ANY(${hashes}::text[]) RETURNING "accountId", "sessionId")
      INSERT INTO "Event" ("id", "at", "realm", "kind", "accountId", "sessionId", "client", "network")
      SELECT gen_random_uuid()::text, ${at}::timestamptz, ${realm}, ${kind}, gone."accountId", gone."sessionId", ${client ?? null}::text,
        ${network ?? null}::text FROM gone`)
  },

  async reused(id, hash, now, event) {
    const ofThis = sql`s."accountId" = (SELECT "accountId" FROM ended) AND s."beganIn" = (SELECT "id" FROM ended)`
    const [row] = await door.rows<{ ended: boolean }>(sql`
      WITH gone AS (
        DELETE FROM "TrustedDevice" d WHERE d."id" = ${id} AND d."hash" <> ${hash} RETURNING d."sessionId"
      ), ended AS (
        UPDATE "Session" s SET "revokedAt" = COALESCE(s."revokedAt", ${now}::timestamptz), "forgottenAt" = COALESCE(s."forgottenAt", ${now}::timestamptz)
        FROM gone WHERE s."id" = gone."sessionId" RETURNING s."id", s."accountId"
      ), ${followed(ofThis, now)}, told AS (${notices(sql`SELECT * FROM followed`, now)}
      ), recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM gone)`)})
      SELECT EXISTS (SELECT FROM gone) AS "ended"`)
    return row?.ended ?? false
  },
})

/** Whether an account `a` may have a trusted device: its whitelabel lets it, it has a phone of its own, and it is no operator's. */
const mayTrust = (operatorPhones: readonly string[]): Statement => sql`
  a."phoneVerifiedAt" IS NOT NULL AND a."phone" <> ALL(${operatorPhones}::text[])
  AND NOT EXISTS (SELECT FROM "OperatorSeat" o WHERE o."accountId" = a."id" AND o."releasedAt" IS NULL)
  AND EXISTS (SELECT FROM "Theme" w WHERE w."whitelabelId" = a."whitelabelId" AND w."trustsDevices")`

const insertion = (
  trust: NewTrust,
  shown: readonly string[],
  operatorPhones: readonly string[],
  event: Parameters<TrustedDevices["insert"]>[3],
) => sql`
  WITH living AS (
    SELECT s."id" FROM "Account" a JOIN "Session" s ON s."accountId" = a."id"
    WHERE a."id" = ${trust.accountId} AND s."id" = ${trust.sessionId} AND s."revokedAt" IS NULL AND ${mayTrust(operatorPhones)}
      AND NOT ${isChangeDue(sql`a."id"`, trust.createdAt)}
    FOR NO KEY UPDATE OF a, s
  ), earlier AS (
    DELETE FROM "TrustedDevice" d USING living WHERE d."accountId" = ${trust.accountId} AND (
      d."id" = ANY(${shown}::text[]) OR d."sessionId" = living."id" OR d."id" IN (
        SELECT o."id" FROM "TrustedDevice" o WHERE o."accountId" = ${trust.accountId} ORDER BY o."createdAt" DESC OFFSET ${mostTrusted - 1}::int))
  ), made AS (
    INSERT INTO "TrustedDevice" ("id", "accountId", "host", "hash", "sessionId", "createdAt", "endsAt")
    SELECT n.* FROM living, jsonb_to_recordset(${rowsOf([trust])}::jsonb) AS n("id" text, "accountId" text, "host" int, "hash" text,
      "sessionId" text, "createdAt" timestamptz, "endsAt" timestamptz)
    RETURNING "id"
  ), recorded AS (${insertEvents([event], sql`EXISTS (SELECT FROM made)`)})
  SELECT EXISTS (SELECT FROM made) AS "made"`

/**
 * The `WITH` part `used` that replaces the token of a trust, on condition that it is the newest, that nothing has ended the trust, and that
 * its account may have one: of fifty uses of one token one wins. The session that began there before ends, so that a trust has one at
 * most, whoever holds its token; apps that were signed in to from it hang on the new one. What takes the account's phone away waits, or was
 * there before.
 */
export const usedTrust = (
  use: TrustUse,
  session: { id: string; accountId: string | null },
  now: Date,
): Statement => sql`
  held AS (
    SELECT a."id" FROM "Account" a WHERE a."id" = ${session.accountId} AND ${mayTrust(use.operatorPhones)}
      AND NOT ${isChangeDue(sql`a."id"`, now)} FOR NO KEY UPDATE OF a
  ), trusted AS (
    SELECT d."id", d."sessionId", d."accountId" FROM held JOIN "TrustedDevice" d ON d."accountId" = held."id" JOIN "Session" s ON s."id" = d."sessionId"
    WHERE d."id" = ${use.id} AND d."hash" = ${use.hash} AND d."host" = ${use.host} AND d."endsAt" > ${now}::timestamptz
      AND s."forgottenAt" IS NULL
    FOR NO KEY UPDATE OF d, s
  ), used AS (
    UPDATE "TrustedDevice" d SET "hash" = ${use.nextHash}, "formerHash" = d."hash", "rotatedAt" = ${now}::timestamptz,
      "lastUsedAt" = ${now}::timestamptz, "sessionId" = ${session.id}
    FROM trusted WHERE d."id" = trusted."id" RETURNING d."id"
  ), ended AS (
    UPDATE "Session" s SET "revokedAt" = ${now}::timestamptz FROM trusted, used
    WHERE s."id" = trusted."sessionId" AND s."revokedAt" IS NULL RETURNING s."id"
  ), inherited AS (
    UPDATE "Session" s SET "beganIn" = ${session.id} FROM trusted, used WHERE s."accountId" = trusted."accountId" AND s."beganIn" = trusted."sessionId"
  )`

type FoundRow = TrustedDevice & OwnedRow & { lives: boolean; isChangeDue: boolean }
