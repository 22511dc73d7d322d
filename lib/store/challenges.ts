import { type Challenges, type Guesser, home, pinRules, type Tried } from "@/lib/challenge/challenge"
import { toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { issuedChallenges, toChallenge } from "@/lib/store/issued-challenges"
import { isChangeDue } from "@/lib/store/phone-changes"
import { takeBack } from "@/lib/store/right-guess"
import { nothing, type Statement, sql, unhurried } from "@/lib/store/sql"
import type { Account as AccountRow, Challenge as ChallengeRow } from "@/prisma/generated/client"

/** Challenges in Postgres: one row a subject, each change one conditional statement. */
export const challenges = (db: Database): Challenges => ({
  ...issuedChallenges(db),

  async spendTry(decoy, guesser, now) {
    const { tries } = pinRules[decoy.realm]
    const pool = poolOf(guesser)
    const first = JSON.stringify({ [guesser.isHome ? home : "others"]: 1 })
    return spend(
      db,
      sql`
        INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "whitelabelId", "keyId", "tries", "issuedAt", "expiresAt")
        VALUES (${decoy.id}, ${decoy.realm}, ${decoy.subject}, ${decoy.purpose}, ${decoy.whitelabelId}::int, ${decoy.keyId},
          ${first}::jsonb, ${decoy.issuedAt}::timestamptz, ${decoy.expiresAt}::timestamptz)
        ON CONFLICT ("realm", "subject") DO UPDATE SET "tries" = ${oneMoreIn(pool, now)}
          WHERE c."expiresAt" <= ${now}::timestamptz OR ${spentIn(pool)} < ${tries}::int
        RETURNING c.*, ${pool} AS "pool", ${spentIn(pool)} AS "triesSpent"`,
      now,
    )
  },

  async subjectOf(keyHash) {
    const [row] = await db.sql.rows<{ subject: string }>(sql`
      SELECT "subject" FROM "Challenge" WHERE "keyHash" = ${keyHash}`)
    return row?.subject
  },

  spendTryByKey: (keyHash, realm, now) =>
    spend(
      db,
      sql`
        UPDATE "Challenge" AS c SET "tries" = ${oneMoreIn(keyPool, now)}
        WHERE "keyHash" = ${keyHash} AND "realm" = ${realm}
          AND (c."expiresAt" <= ${now}::timestamptz OR ${spentIn(keyPool)} < ${pinRules[realm].tries}::int)
        RETURNING c.*, ${keyPool} AS "pool", ${spentIn(keyPool)} AS "triesSpent"`,
      now,
    ),

  async returnTry({ id, pool }, guess, now) {
    const alone = guess && { ...guess, row: "", lift: undefined }
    await db.sql.run(sql`
      WITH won AS (SELECT 1 AS "one") ${alone ? sql`, ${takeBack(alone, now)}` : nothing}
      UPDATE "Challenge" AS c
      SET "tries" = jsonb_set(c."tries", ARRAY[${pool}::text], to_jsonb(GREATEST(0, ${spentIn(sql`${pool}::text`)} - 1)))
      WHERE c."id" = ${id}`)
  },
})

/** Whose tries a guess spends. */
const poolOf = ({ isHome, network }: Guesser) => sql`
  (CASE WHEN ${isHome}::boolean THEN ${home}::text WHEN ${network}::text = ANY(c."askers") THEN ${network}::text ELSE 'others' END)`
const keyPool = sql`'key'::text`
const spentIn = (pool: Statement) => sql`COALESCE((c."tries" ->> ${pool})::int, 0)`
/** An expired challenge has no tries to spend. */
const oneMoreIn = (pool: Statement, now: Date) => sql`
  CASE WHEN c."expiresAt" <= ${now}::timestamptz THEN c."tries"
    ELSE jsonb_set(c."tries", ARRAY[${pool}], to_jsonb(${spentIn(pool)} + 1)) END`

/** What the steps after a try need to know comes along with it: whose challenge it is, and whether their phone is about to change. */
async function spend(db: Database, spent: Statement, now: Date): Promise<Tried | undefined> {
  const [row] = await db.sql.rows<TriedRow>(sql`
    WITH spent AS (${spent})
    SELECT spent.*, to_jsonb(a) - 'passwordHash' AS "account", ${isChangeDue(sql`spent."accountId"`, now)} AS "isChangeDue"
    FROM ${unhurried}, spent LEFT JOIN "Account" a ON a."id" = spent."accountId"`)
  return row && toTried(row)
}

type TriedRow = ChallengeRow & Pick<Tried, "pool" | "triesSpent" | "isChangeDue"> & { account: AccountRow | null }

const toTried = ({ pool, triesSpent, isChangeDue, account, ...row }: TriedRow): Tried => ({
  ...toChallenge(row),
  pool,
  triesSpent,
  isChangeDue,
  account: account ? toAccount(withDates(account)) : undefined,
})

/** JSON has no instants. */
const withDates = (row: AccountRow): AccountRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  lastSignInAt: row.lastSignInAt && new Date(row.lastSignInAt),
})
