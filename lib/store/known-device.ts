import type { Owner, ShownDevice } from "@/lib/session/session"
import { momentIn, type Statement, sql } from "@/lib/store/sql"

/**
 * The device that what was shown comes from, as a row "device" or none: it began a session of the owner's that ended no earlier than
 * `since`. However many tokens it shows, it has one name. With nothing shown nothing is looked for.
 */
export const deviceRows = (
  { realm, kind, value }: Owner,
  shown: ShownDevice | undefined,
  since: Date,
): Statement => sql`
  SELECT COALESCE(s."browserHash", s."id") AS "device"
  FROM "Identity" i JOIN "Session" s ON s."accountId" = i."accountId"
  WHERE ${shown !== undefined}::boolean AND i."realm" = ${realm} AND i."kind" = ${kind} AND i."value" = ${value}
    AND s."forgottenAt" IS NULL AND ${momentIn(sql`s."endsAt"`)} > ${since}::timestamptz
    AND (s."browserHash" = ANY(${[...(shown?.browserHashes ?? [])]}::text[])
      OR s."id" = (SELECT t."sessionId" FROM "Token" t WHERE t."hash" = ${shown?.tokenHash ?? null}::text))
  ORDER BY s."createdAt" LIMIT 1`
