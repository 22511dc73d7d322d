import type { ShownDevice } from "@/lib/session/session"
import type { Named } from "@/lib/store/accounts"
import { momentIn, type Statement, sql } from "@/lib/store/sql"

/** What is shown of a device, as values or as columns of a row. */
type Shown = {
  isShown: boolean | Statement
  browserHashes: readonly string[] | Statement
  tokenHash: string | null | Statement
}

/**
 * The device that what was shown comes from, as a row "device" or none: it began a session of the owner's that ended no earlier than
 * `since`. However many tokens it shows, it has one name. With nothing shown nothing is looked for. An app that somebody signed in to is no
 * device of theirs: whoever runs it holds its tokens.
 */
export const deviceRows = (owner: Named, shown: Shown, since: Date | Statement): Statement => sql`
  SELECT COALESCE(s."browserHash", s."id") AS "device"
  FROM "Session" s
  WHERE ${shown.isShown}::boolean AND s."accountId" = (SELECT i."accountId" FROM "Identity" i
      WHERE i."realm" = ${owner.realm}::text AND i."kind" = ${owner.kind}::text AND i."value" = ${owner.value}::text)
    AND s."forgottenAt" IS NULL AND s."audience" <> 'openid' AND ${momentIn(sql`s."endsAt"`)} > ${since}::timestamptz
    AND (s."browserHash" = ANY(${shown.browserHashes}::text[])
      OR s."id" = (SELECT t."sessionId" FROM "Token" t WHERE t."hash" = ${shown.tokenHash}::text))
  ORDER BY s."createdAt" LIMIT 1`

/** What a caller shows of its device, which may be nothing. */
export const shownAs = (shown: ShownDevice | undefined) => ({
  isShown: shown !== undefined,
  browserHashes: shown?.browserHashes ?? [],
  tokenHash: shown?.tokenHash ?? null,
})
