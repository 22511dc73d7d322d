import type { Applicant } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
import { type Challenge, type Challenges, home, type NewChallenge, pinRules } from "@/lib/challenge/challenge"
import type { Database } from "@/lib/store/database"
import { nothing, type Sql, type Statement, sql } from "@/lib/store/sql"
import type { Challenge as ChallengeRow } from "@/prisma/generated/client"

type Issuing = Pick<Challenges, "repeatOrIssue" | "replace" | "unused" | "amend">

/** How challenges begin, in Postgres: one row a subject. */
export const issuedChallenges = ({ sql: door }: Pick<Database, "sql">): Issuing => ({
  async repeatOrIssue(challenge, { aliveAt, keyIds }) {
    const { realm, asker } = challenge
    const { tries } = pinRules[realm]
    const worthReplacing = sql`
      WHERE c."usedAt" IS NOT NULL OR c."expiresAt" < ${aliveAt}::timestamptz OR NOT c."keyId" = ANY(${keyIds}::text[])
        OR (EXISTS (SELECT FROM jsonb_each_text(c."tries") t WHERE t."value"::int >= ${tries}::int)
          AND NOT (${asker !== home}::boolean AND ${home}::text = ANY(c."askers")
            AND COALESCE((c."tries" ->> ${home}::text)::int, 0) < ${tries}::int))
        OR c."phone" IS DISTINCT FROM EXCLUDED."phone" OR c."purpose" <> EXCLUDED."purpose"
        OR c."accountId" IS DISTINCT FROM EXCLUDED."accountId" OR c."whitelabelId" <> EXCLUDED."whitelabelId"`
    const rows = await door.rows<ChallengeRow>(sql`
      WITH issued AS (${put(challenge, worthReplacing)}), repeated AS (${repeat(challenge)} AND NOT EXISTS (SELECT FROM issued) RETURNING c.*)
      SELECT * FROM issued UNION ALL SELECT * FROM repeated`)
    // One that somebody else issued at this very moment was not there yet when the statement began.
    return rows[0] ? toChallenge(rows[0]) : only(sql`${repeat(challenge)} RETURNING c.*`, door)
  },

  replace: (challenge) => only(put(challenge, nothing), door),

  async unused(realm, subject) {
    const [row] = await door.rows<ChallengeRow>(sql`
      SELECT * FROM "Challenge" WHERE "realm" = ${realm} AND "subject" = ${subject} AND "usedAt" IS NULL AND "phone" IS NOT NULL`)
    return row && toChallenge(row)
  },

  async amend(realm, subject, phone, applicant, now) {
    const count = await door.run(sql`
      UPDATE "Challenge" SET "applicant" = ${JSON.stringify(applicant)}::jsonb
      WHERE "realm" = ${realm} AND "subject" = ${subject} AND "phone" = ${phone} AND "purpose" = 'register'
        AND "usedAt" IS NULL AND "expiresAt" > ${now}::timestamptz
        AND NOT EXISTS (SELECT FROM jsonb_each_text("tries") t WHERE t."value"::int >= ${pinRules[realm].tries}::int)`)
    return count === 1
  },
})

/** Writes the challenge, and answers it, unless the condition keeps the one that was there. */
function put(challenge: NewChallenge, condition: Statement): Statement {
  const { id, realm, subject, purpose, accountId, phone, whitelabelId, keyId, keyHash, issuedAt, expiresAt } = challenge
  const applicant = challenge.applicant && JSON.stringify(challenge.applicant)
  const askers = challenge.asker ? [challenge.asker] : []
  return sql`
    INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "accountId", "applicant", "phone", "whitelabelId",
      "keyId", "keyHash", "tries", "askers", "issuedAt", "expiresAt")
    VALUES (${id}, ${realm}, ${subject}, ${purpose}, ${accountId}, ${applicant}::jsonb, ${phone}, ${whitelabelId}::int,
      ${keyId}, ${keyHash}, '{}', ${askers}::text[], ${issuedAt}::timestamptz, ${expiresAt}::timestamptz)
    ON CONFLICT ("realm", "subject") DO UPDATE SET "id" = EXCLUDED."id", "purpose" = EXCLUDED."purpose",
      "accountId" = EXCLUDED."accountId", "applicant" = EXCLUDED."applicant", "phone" = EXCLUDED."phone",
      "whitelabelId" = EXCLUDED."whitelabelId", "keyId" = EXCLUDED."keyId", "keyHash" = EXCLUDED."keyHash", "tries" = '{}',
      "askers" = EXCLUDED."askers", "issuedAt" = EXCLUDED."issuedAt", "expiresAt" = EXCLUDED."expiresAt", "usedAt" = NULL
    ${condition}
    RETURNING c.*`
}

/** The challenge that is there already, and who else asks for its PIN from now on. */
const repeat = ({ realm, subject, asker = "" }: NewChallenge): Statement => sql`
  UPDATE "Challenge" c SET "askers" = CASE WHEN ${asker}::text = ANY(c."askers" || ''::text) THEN c."askers"
    ELSE c."askers" || ${asker}::text END
  WHERE c."realm" = ${realm}::text AND c."subject" = ${subject}::text`

async function only(statement: Statement, door: Sql): Promise<Challenge> {
  const [row] = await door.rows<ChallengeRow>(statement)
  return toChallenge(row as ChallengeRow)
}

/** A row as the core knows it. */
export const toChallenge = ({ askers: _, ...row }: ChallengeRow): Challenge => ({
  ...row,
  tries: row.tries as Challenge["tries"],
  realm: row.realm as Realm,
  purpose: row.purpose as Challenge["purpose"],
  applicant: row.applicant as Applicant | null,
})
