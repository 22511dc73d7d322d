import { type Challenges, pinRules } from "@/lib/challenge/challenge"
import type { Database } from "@/lib/store/database"
import { type ChallengeAsJson, fromJson, issuedRows, issuing, toChallenge } from "@/lib/store/issue-challenges"
import { takeBack } from "@/lib/store/right-guess"
import { triesOf } from "@/lib/store/spend-try"
import { momentIn, nothing, sql } from "@/lib/store/sql"
import type { Challenge as ChallengeRow } from "@/prisma/generated/client"

/** Challenges in Postgres: one row a subject, each change one conditional statement. */
export const challenges = (db: Database): Challenges => ({
  async issue(issue) {
    for (;;) {
      const [row] = await db.sql.rows<{ challenges: ChallengeAsJson[] }>(sql`
        WITH turn AS (SELECT), ${issuing([issue])} SELECT ${issuedRows} AS "challenges"`)
      const issued = row?.challenges[0]
      if (issued) return fromJson(issued)
      // One that somebody else issued at this very moment was not there yet when the statement began. Now it is.
    }
  },

  async unused(realm, subject) {
    const [row] = await db.sql.rows<ChallengeRow>(sql`
      SELECT * FROM "Challenge" WHERE "realm" = ${realm} AND "subject" = ${subject} AND "usedAt" IS NULL AND "phone" IS NOT NULL`)
    return row && toChallenge(row)
  },

  async amend(realm, subject, phone, applicant, now) {
    const count = await db.sql.run(sql`
      UPDATE "Challenge" SET "applicant" = ${JSON.stringify(applicant)}::jsonb
      WHERE "realm" = ${realm} AND "subject" = ${subject} AND "phone" = ${phone} AND "purpose" = 'register'
        AND "usedAt" IS NULL AND ${momentIn(sql`"expiresAt"`)} > ${now}::timestamptz
        AND NOT EXISTS (SELECT FROM jsonb_each_text("tries") t WHERE t."value"::int >= ${pinRules[realm].tries}::int)`)
    return count === 1
  },

  async subjectOf(keyHash) {
    const [row] = await db.sql.rows<{ subject: string }>(sql`
      SELECT "subject" FROM "Challenge" WHERE "keyHash" = ${keyHash}`)
    return row?.subject
  },

  async returnTry({ id, pool }, guess, now) {
    const alone = guess && { ...guess, row: "", lift: undefined }
    await db.sql.run(sql`
      WITH won AS (SELECT 1 AS "one") ${alone ? sql`, ${takeBack(alone, now)}` : nothing}
      UPDATE "Challenge" AS c
      SET "tries" = jsonb_set(c."tries", ARRAY[${pool}::text], to_jsonb(GREATEST(0, ${triesOf(sql`${pool}::text`)} - 1)))
      WHERE c."id" = ${id}`)
  },
})
