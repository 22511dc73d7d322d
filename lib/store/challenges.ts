import type { Challenges } from "@/lib/challenge/challenge"
import type { Database } from "@/lib/store/database"
import { issuedChallenges } from "@/lib/store/issued-challenges"
import { takeBack } from "@/lib/store/right-guess"
import { triesOf } from "@/lib/store/spend-try"
import { nothing, sql } from "@/lib/store/sql"

/** Challenges in Postgres: one row a subject, each change one conditional statement. */
export const challenges = (db: Database): Challenges => ({
  ...issuedChallenges(db),

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
