import type { NewToken } from "@/lib/session/session"
import { type OwnedRow, ownerColumns } from "@/lib/store/accounts"
import { isChangeDue } from "@/lib/store/phone-changes"
import { type Sql, type Statement, sql, unhurried } from "@/lib/store/sql"
import { together } from "@/lib/store/together"
import { after, minutes } from "@/lib/time"
import type { Session as SessionRow } from "@/prisma/generated/client"

/** A token with its session and the account, and whether a change of the account's phone is due. */
export type BearerRow = Omit<SessionRow, "forgottenAt"> &
  OwnedRow & { hash: string; issuedAt: Date; expiresAt: Date; usedAt: Date | null; changeIsDue: boolean }

/** A token that is looked up, and at what time. */
type Shown = { hash: string; now: Date }

/** Looks tokens up by their hashes. Those that are asked for in the same moment share a statement. */
export function bearers(door: Sql): Bearers {
  const lookUp = (kind: NewToken["kind"]) =>
    together(async (shown: readonly Shown[]) => inOrder(shown, await door.rows<BearerRow>(sql`${found(shown, kind)}`)))
  const finders = { access: lookUp("access"), refresh: lookUp("refresh") }
  return {
    find: (kind, shown) => finders[kind](shown),
    use: together(async (shown: readonly (Shown & { audience: string })[]) => {
      const now = latest(shown)
      const lately = after(now, -minutes(1))
      const audiences = shown.map(({ audience }) => audience)
      // A session that somebody else writes at this moment is noted by them, and nobody waits for it.
      const rows = await door.rows<BearerRow>(sql`
        WITH found AS (${found(shown, "access")}), due AS (
          SELECT s."id" FROM found f, "Session" s
          WHERE s."id" = ANY(ARRAY(SELECT f."id" FROM found f)) AND s."id" = f."id"
            AND f."lastSeenAt" <= ${lately}::timestamptz AND s."lastSeenAt" <= ${lately}::timestamptz AND s."revokedAt" IS NULL
            AND (f."hash", f."audience") IN (SELECT * FROM unnest(${hashesOf(shown)}::text[], ${audiences}::text[]))
            AND f."expiresAt" > ${now}::timestamptz AND f."endsAt" > ${now}::timestamptz
          ORDER BY s."id" FOR NO KEY UPDATE OF s SKIP LOCKED
        ), seen AS (
          UPDATE "Session" s SET "lastSeenAt" = ${now}::timestamptz FROM ${unhurried} WHERE s."id" = ANY(ARRAY(SELECT "id" FROM due))
        )
        SELECT * FROM found`)
      return inOrder(shown, rows)
    }),
  }
}

type Bearers = {
  /** A token, whatever has become of it. */
  find(kind: NewToken["kind"], shown: Shown): Promise<BearerRow | undefined>
  /** An access token that is shown to an audience. Where it holds there, its session is noted as seen, once a minute. */
  use(shown: Shown & { audience: string }): Promise<BearerRow | undefined>
}

const hashesOf = (shown: readonly Shown[]) => shown.map(({ hash }) => hash)
const latest = (shown: readonly Shown[]) => (shown[shown.length - 1] as Shown).now

function inOrder(shown: readonly Shown[], rows: readonly BearerRow[]): (BearerRow | undefined)[] {
  const byHash = new Map(rows.map((row) => [row.hash, row]))
  return shown.map(({ hash }) => byHash.get(hash))
}

const found = (shown: readonly Shown[], kind: NewToken["kind"]): Statement => sql`
  SELECT t."hash", t."issuedAt", t."expiresAt", t."usedAt",
    s."id", s."accountId", s."audience", s."client", s."scopes", s."deviceHash", s."browserHash", s."network", s."userAgent",
    s."createdAt", s."provedAt", s."lastSeenAt", s."endsAt", s."revokedAt", ${ownerColumns},
    ${isChangeDue(sql`s."accountId"`, latest(shown))} AS "changeIsDue"
  FROM "Token" t
  -- Each by its key, and never by all that there are, whatever the planner believes of the tables.
  JOIN LATERAL (SELECT * FROM "Session" s WHERE s."id" = t."sessionId" LIMIT 1) AS s ON true
  LEFT JOIN LATERAL (SELECT * FROM "Account" a WHERE a."id" = s."accountId" LIMIT 1) AS a ON true
  WHERE t."hash" = ANY(${hashesOf(shown)}::text[]) AND t."kind" = ${kind}`
