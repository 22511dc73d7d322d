import type { Applicant } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
import { type Challenge, home, type Issue, pinRules } from "@/lib/challenge/challenge"
import { rowsOf, type Statement, sql } from "@/lib/store/sql"
import type { Challenge as ChallengeRow } from "@/prisma/generated/client"

/**
 * The `WITH` parts that issue challenges, each of another subject, within a statement that has a part `turn`: `challenges` are the
 * new ones, `repeated` those that were there and are worth repeating, with who asks for their PIN from now on.
 */
export const issuing = (issues: readonly Issue[]): Statement => sql`
  issues AS MATERIALIZED (
    SELECT n.* FROM jsonb_to_recordset(${rowsOf(issues.map(rowOf))}::jsonb) AS n("id" text, "realm" text, "subject" text,
      "purpose" text, "accountId" text, "applicant" jsonb, "phone" text, "whitelabelId" int, "keyId" text, "keyHash" text,
      "askers" text[], "issuedAt" timestamptz, "expiresAt" timestamptz, "asker" text, "most" int, "aliveAt" timestamptz, "keyIds" text[])
  ), challenges AS (
    INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "accountId", "applicant", "phone", "whitelabelId",
      "keyId", "keyHash", "tries", "askers", "issuedAt", "expiresAt")
    SELECT n."id", n."realm", n."subject", n."purpose", n."accountId", n."applicant", n."phone", n."whitelabelId",
      n."keyId", n."keyHash", '{}', n."askers", n."issuedAt", n."expiresAt"
    FROM turn, issues n ORDER BY n."realm", n."subject"
    ON CONFLICT ("realm", "subject") DO UPDATE SET "id" = EXCLUDED."id", "purpose" = EXCLUDED."purpose",
      "accountId" = EXCLUDED."accountId", "applicant" = EXCLUDED."applicant", "phone" = EXCLUDED."phone",
      "whitelabelId" = EXCLUDED."whitelabelId", "keyId" = EXCLUDED."keyId", "keyHash" = EXCLUDED."keyHash", "tries" = '{}',
      "askers" = EXCLUDED."askers", "issuedAt" = EXCLUDED."issuedAt", "expiresAt" = EXCLUDED."expiresAt", "usedAt" = NULL
    WHERE (SELECT ${isNotWorthRepeating} FROM issues n WHERE n."realm" = c."realm" AND n."subject" = c."subject")
    RETURNING c.*
  ), repeated AS (
    UPDATE "Challenge" c SET "askers" = CASE WHEN COALESCE(n."asker", '') = ANY(c."askers" || ''::text) THEN c."askers"
      ELSE c."askers" || n."asker" END
    FROM issues n
    WHERE c."subject" = ANY(ARRAY(SELECT "subject" FROM issues)) AND c."realm" = n."realm" AND c."subject" = n."subject"
      AND n."aliveAt" IS NOT NULL AND NOT EXISTS (SELECT FROM challenges i WHERE i."id" = n."id")
    RETURNING c.*
  )`

/** Of a row `c` that is there, and what shall take its place, `n`. */
const isNotWorthRepeating = sql`
  n."aliveAt" IS NULL OR c."usedAt" IS NOT NULL OR c."expiresAt" < n."aliveAt" OR NOT c."keyId" = ANY(n."keyIds")
    OR (EXISTS (SELECT FROM jsonb_each_text(c."tries") t WHERE t."value"::int >= n."most")
      AND NOT (n."asker" IS DISTINCT FROM ${home}::text AND ${home}::text = ANY(c."askers")
        AND COALESCE((c."tries" ->> ${home}::text)::int, 0) < n."most"))
    OR c."phone" IS DISTINCT FROM n."phone" OR c."purpose" <> n."purpose"
    OR c."accountId" IS DISTINCT FROM n."accountId" OR c."whitelabelId" <> n."whitelabelId"`

const rowOf = ({ challenge, worth }: Issue) => ({
  ...challenge,
  askers: challenge.asker ? [challenge.asker] : [],
  most: pinRules[challenge.realm].tries,
  ...worth,
})

/** All that such parts issued or repeated, as one list. */
export const issuedRows: Statement = sql`
  (SELECT COALESCE(jsonb_agg(c), '[]') FROM (SELECT * FROM challenges UNION ALL SELECT * FROM repeated) c)`

/** A row in JSON, which has no instants. */
export type ChallengeAsJson = Omit<ChallengeRow, "issuedAt" | "expiresAt" | "usedAt"> & {
  issuedAt: string
  expiresAt: string
  usedAt: string | null
}

/** Such a row as the core knows it. */
export const fromJson = ({ issuedAt, expiresAt, usedAt, ...row }: ChallengeAsJson): Challenge =>
  toChallenge({
    ...row,
    issuedAt: new Date(issuedAt),
    expiresAt: new Date(expiresAt),
    usedAt: usedAt === null ? null : new Date(usedAt),
  })

/** A row as the core knows it. */
export const toChallenge = ({ askers: _, ...row }: ChallengeRow): Challenge => ({
  ...row,
  tries: row.tries as Challenge["tries"],
  realm: row.realm as Realm,
  purpose: row.purpose as Challenge["purpose"],
  applicant: row.applicant as Applicant | null,
})
