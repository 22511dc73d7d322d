import type { Applicant } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
import { type Challenge, type Challenges, type NewChallenge, pinRules } from "@/lib/challenge/challenge"
import type { Database } from "@/lib/store/database"
import { type Challenge as ChallengeRow, Prisma } from "@/prisma/generated/client"

/** Challenges in Postgres: one row a subject, each change one conditional statement. */
export const challenges = (db: Database): Challenges => ({
  async repeatOrIssue(challenge, { aliveAt, keyIds }) {
    const worthReplacing = Prisma.sql`
      WHERE c."usedAt" IS NOT NULL OR c."expiresAt" < ${aliveAt}::timestamptz OR NOT c."keyId" = ANY(${keyIds})
        OR c."tries" >= ${pinRules[challenge.realm].tries}
        OR c."phone" IS DISTINCT FROM EXCLUDED."phone" OR c."purpose" <> EXCLUDED."purpose"
        OR c."accountId" IS DISTINCT FROM EXCLUDED."accountId" OR c."whitelabelId" <> EXCLUDED."whitelabelId"`
    return (await put(db, challenge, worthReplacing)) ?? (await current(db, challenge))
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
    const live = { usedAt: null, expiresAt: { gt: now }, tries: { lt: pinRules[realm].tries } }
    const where = { realm, subject, phone, purpose: "register", ...live }
    const { count } = await db.challenge.updateMany({ where, data: { applicant } })
    return count === 1
  },

  async spendTry(decoy, now) {
    const rows = await db.$queryRaw<ChallengeRow[]>`
      INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "whitelabelId", "keyId", "tries", "issuedAt", "expiresAt")
      VALUES (${decoy.id}, ${decoy.realm}, ${decoy.subject}, ${decoy.purpose}, ${decoy.whitelabelId}, ${decoy.keyId}, 1,
        ${decoy.issuedAt}::timestamptz, ${decoy.expiresAt}::timestamptz)
      ON CONFLICT ("realm", "subject") DO UPDATE
        SET "tries" = CASE WHEN c."expiresAt" <= ${now}::timestamptz THEN c."tries" ELSE c."tries" + 1 END
        WHERE c."expiresAt" <= ${now}::timestamptz OR c."tries" < ${pinRules[decoy.realm].tries}
      RETURNING *`
    return rows[0] && toChallenge(rows[0])
  },

  async subjectOf(keyHash) {
    return (await db.challenge.findUnique({ where: { keyHash } }))?.subject
  },

  async spendTryByKey(keyHash, realm, now) {
    const rows = await db.$queryRaw<ChallengeRow[]>`
      UPDATE "Challenge" SET "tries" = CASE WHEN "expiresAt" <= ${now}::timestamptz THEN "tries" ELSE "tries" + 1 END
      WHERE "keyHash" = ${keyHash} AND "realm" = ${realm}
        AND ("expiresAt" <= ${now}::timestamptz OR "tries" < ${pinRules[realm].tries})
      RETURNING *`
    return rows[0] && toChallenge(rows[0])
  },

  async returnTry(id) {
    await db.challenge.updateMany({ where: { id, tries: { gt: 0 } }, data: { tries: { decrement: 1 } } })
  },
})

/** Writes the challenge; undefined where the condition kept the one that was there. */
async function put(db: Database, challenge: NewChallenge, condition: Prisma.Sql): Promise<Challenge | undefined> {
  const { id, realm, subject, purpose, accountId, phone, whitelabelId, keyId, keyHash, issuedAt, expiresAt } = challenge
  const applicant = challenge.applicant && JSON.stringify(challenge.applicant)
  const rows = await db.$queryRaw<ChallengeRow[]>`
    INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "accountId", "applicant", "phone", "whitelabelId",
      "keyId", "keyHash", "tries", "issuedAt", "expiresAt")
    VALUES (${id}, ${realm}, ${subject}, ${purpose}, ${accountId}, ${applicant}::jsonb, ${phone}, ${whitelabelId}, ${keyId},
      ${keyHash}, 0, ${issuedAt}::timestamptz, ${expiresAt}::timestamptz)
    ON CONFLICT ("realm", "subject") DO UPDATE SET "id" = EXCLUDED."id", "purpose" = EXCLUDED."purpose",
      "accountId" = EXCLUDED."accountId", "applicant" = EXCLUDED."applicant", "phone" = EXCLUDED."phone",
      "whitelabelId" = EXCLUDED."whitelabelId", "keyId" = EXCLUDED."keyId", "keyHash" = EXCLUDED."keyHash", "tries" = 0,
      "issuedAt" = EXCLUDED."issuedAt", "expiresAt" = EXCLUDED."expiresAt", "usedAt" = NULL
    ${condition}
    RETURNING *`
  return rows[0] && toChallenge(rows[0])
}

const current = async (db: Database, { realm, subject }: NewChallenge): Promise<Challenge> =>
  toChallenge(await db.challenge.findUniqueOrThrow({ where: { realm_subject: { realm, subject } } }))

const toChallenge = (row: ChallengeRow): Challenge => ({
  ...row,
  realm: row.realm as Realm,
  purpose: row.purpose as Challenge["purpose"],
  applicant: row.applicant as Applicant | null,
})
