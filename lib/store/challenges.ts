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
import type { Database } from "@/lib/store/database"
import { type Challenge as ChallengeRow, Prisma } from "@/prisma/generated/client"

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
    const first = guesser.isHome ? home : "others"
    const rows = await db.$queryRaw<TriedRow[]>`
      INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "whitelabelId", "keyId", "tries", "issuedAt", "expiresAt")
      VALUES (${decoy.id}, ${decoy.realm}, ${decoy.subject}, ${decoy.purpose}, ${decoy.whitelabelId}, ${decoy.keyId},
        ${JSON.stringify({ [first]: 1 })}::jsonb, ${decoy.issuedAt}::timestamptz, ${decoy.expiresAt}::timestamptz)
      ON CONFLICT ("realm", "subject") DO UPDATE SET "tries" = ${oneMoreIn(pool, now)}
        WHERE c."expiresAt" <= ${now}::timestamptz OR ${spentIn(pool)} < ${tries}
      RETURNING *, ${pool} AS "pool", ${spentIn(pool)} AS "triesSpent"`
    return rows[0] && toTried(rows[0])
  },

  async use(id, now) {
    const live = { id, usedAt: null, expiresAt: { gt: now } }
    return (await db.challenge.updateMany({ where: live, data: { usedAt: now } })).count === 1
  },

  async subjectOf(keyHash) {
    return (await db.challenge.findUnique({ where: { keyHash } }))?.subject
  },

  async spendTryByKey(keyHash, realm, now) {
    const rows = await db.$queryRaw<TriedRow[]>`
      UPDATE "Challenge" AS c SET "tries" = ${oneMoreIn(keyPool, now)}
      WHERE "keyHash" = ${keyHash} AND "realm" = ${realm}
        AND (c."expiresAt" <= ${now}::timestamptz OR ${spentIn(keyPool)} < ${pinRules[realm].tries})
      RETURNING *, ${keyPool} AS "pool", ${spentIn(keyPool)} AS "triesSpent"`
    return rows[0] && toTried(rows[0])
  },

  async returnTry({ id, pool }) {
    await db.$executeRaw`
      UPDATE "Challenge" AS c
      SET "tries" = jsonb_set(c."tries", ARRAY[${pool}::text], to_jsonb(GREATEST(0, ${spentIn(Prisma.sql`${pool}::text`)} - 1)))
      WHERE c."id" = ${id}`
  },
})

/** Whose tries a guess spends. */
const poolOf = ({ isHome, network }: Guesser) => Prisma.sql`
  (CASE WHEN ${isHome} THEN ${home}::text WHEN ${network}::text = ANY(c."askers") THEN ${network}::text ELSE 'others' END)`
const keyPool = Prisma.sql`'key'::text`
const spentIn = (pool: Prisma.Sql) => Prisma.sql`COALESCE((c."tries" ->> ${pool})::int, 0)`
/** An expired challenge has no tries to spend. */
const oneMoreIn = (pool: Prisma.Sql, now: Date) => Prisma.sql`
  CASE WHEN c."expiresAt" <= ${now}::timestamptz THEN c."tries"
    ELSE jsonb_set(c."tries", ARRAY[${pool}], to_jsonb(${spentIn(pool)} + 1)) END`

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

type TriedRow = ChallengeRow & { pool: string; triesSpent: number }

const toTried = ({ pool, triesSpent, ...row }: TriedRow): Tried => ({ ...toChallenge(row), pool, triesSpent })

const toChallenge = ({ askers: _, ...row }: ChallengeRow): Challenge => ({
  ...row,
  tries: row.tries as Challenge["tries"],
  realm: row.realm as Realm,
  purpose: row.purpose as Challenge["purpose"],
  applicant: row.applicant as Applicant | null,
})
