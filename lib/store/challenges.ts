import type { Applicant } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
import {
  type Challenge,
  type Challenges,
  type Guesser,
  home,
  type NewChallenge,
  pinRules,
  type Tried,
} from "@/lib/challenge/challenge"
import { toAccount } from "@/lib/store/accounts"
import type { Database } from "@/lib/store/database"
import { isChangeDue } from "@/lib/store/phone-changes"
import { takeBack } from "@/lib/store/right-guess"
import { nothing, type Statement, sql } from "@/lib/store/sql"
import { type Account as AccountRow, type Challenge as ChallengeRow, Prisma } from "@/prisma/generated/client"

/** Challenges in Postgres: one row a subject, each change one conditional statement. */
export const challenges = (db: Database): Challenges => ({
  async repeatOrIssue(challenge, { aliveAt, keyIds }) {
    const worthReplacing = Prisma.sql`
      WHERE c."usedAt" IS NOT NULL OR c."expiresAt" < ${aliveAt}::timestamptz OR NOT c."keyId" = ANY(${keyIds})
        OR (EXISTS (SELECT FROM jsonb_each_text(c."tries") t WHERE t."value"::int >= ${pinRules[challenge.realm].tries})
          AND NOT (${challenge.asker !== home} AND ${home} = ANY(c."askers")
            AND COALESCE((c."tries" ->> ${home})::int, 0) < ${pinRules[challenge.realm].tries}))
        OR c."phone" IS DISTINCT FROM EXCLUDED."phone" OR c."purpose" <> EXCLUDED."purpose"
        OR c."accountId" IS DISTINCT FROM EXCLUDED."accountId" OR c."whitelabelId" <> EXCLUDED."whitelabelId"`
    return (await put(db, challenge, worthReplacing)) ?? (await repeat(db, challenge))
  },

  async replace(challenge) {
    return (await put(db, challenge, Prisma.empty)) as Challenge
  },

  async unused(realm, subject) {
    const row = await db.challenge.findUnique({ where: { realm_subject: { realm, subject } } })
    return row && !row.usedAt && row.phone ? toChallenge(row) : undefined
  },

  async pending(realm, subject) {
    const row = await db.challenge.findUnique({ where: { realm_subject: { realm, subject } } })
    return row && !row.usedAt ? ((row.applicant as Applicant | null) ?? undefined) : undefined
  },

  async amend(realm, subject, phone, applicant, now) {
    const count = await db.$executeRaw`
      UPDATE "Challenge" SET "applicant" = ${JSON.stringify(applicant)}::jsonb
      WHERE "realm" = ${realm} AND "subject" = ${subject} AND "phone" = ${phone} AND "purpose" = 'register'
        AND "usedAt" IS NULL AND "expiresAt" > ${now}::timestamptz
        AND NOT EXISTS (SELECT FROM jsonb_each_text("tries") t WHERE t."value"::int >= ${pinRules[realm].tries})`
    return count === 1
  },

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
    const alone = guess && { ...guess, row: "", most: 0, lift: undefined }
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
    FROM spent LEFT JOIN "Account" a ON a."id" = spent."accountId"`)
  return row && toTried(row)
}

/** Writes the challenge; undefined where the condition kept the one that was there. */
async function put(db: Database, challenge: NewChallenge, condition: Prisma.Sql): Promise<Challenge | undefined> {
  const { id, realm, subject, purpose, accountId, phone, whitelabelId, keyId, keyHash, issuedAt, expiresAt } = challenge
  const applicant = challenge.applicant && JSON.stringify(challenge.applicant)
  const askers = challenge.asker ? [challenge.asker] : []
  const rows = await db.$queryRaw<ChallengeRow[]>`
    INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "accountId", "applicant", "phone", "whitelabelId",
      "keyId", "keyHash", "tries", "askers", "issuedAt", "expiresAt")
    VALUES (${id}, ${realm}, ${subject}, ${purpose}, ${accountId}, ${applicant}::jsonb, ${phone}, ${whitelabelId}, ${keyId},
      ${keyHash}, '{}', ${askers}::text[], ${issuedAt}::timestamptz, ${expiresAt}::timestamptz)
    ON CONFLICT ("realm", "subject") DO UPDATE SET "id" = EXCLUDED."id", "purpose" = EXCLUDED."purpose",
      "accountId" = EXCLUDED."accountId", "applicant" = EXCLUDED."applicant", "phone" = EXCLUDED."phone",
      "whitelabelId" = EXCLUDED."whitelabelId", "keyId" = EXCLUDED."keyId", "keyHash" = EXCLUDED."keyHash", "tries" = '{}',
      "askers" = EXCLUDED."askers", "issuedAt" = EXCLUDED."issuedAt", "expiresAt" = EXCLUDED."expiresAt", "usedAt" = NULL
    ${condition}
    RETURNING *`
  return rows[0] && toChallenge(rows[0])
}

/** The challenge that is there already, and who else asks for its PIN from now on. */
async function repeat(db: Database, { realm, subject, asker }: NewChallenge): Promise<Challenge> {
  const rows = await db.$queryRaw<ChallengeRow[]>`
    UPDATE "Challenge" c SET "askers" = CASE WHEN ${asker ?? ""}::text = ANY(c."askers" || ''::text) THEN c."askers"
      ELSE c."askers" || ${asker ?? ""}::text END
    WHERE c."realm" = ${realm} AND c."subject" = ${subject} RETURNING *`
  return toChallenge(rows[0] as ChallengeRow)
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

const toChallenge = ({ askers: _, ...row }: ChallengeRow): Challenge => ({
  ...row,
  tries: row.tries as Challenge["tries"],
  realm: row.realm as Realm,
  purpose: row.purpose as Challenge["purpose"],
  applicant: row.applicant as Applicant | null,
})
