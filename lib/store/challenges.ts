import { type Challenges, type Guesser, home, pinRules, type Tried } from "@/lib/challenge/challenge"
import type { Database } from "@/lib/store/database"
import { issuedChallenges, toChallenge } from "@/lib/store/issued-challenges"
import { type Challenge as ChallengeRow, Prisma } from "@/prisma/generated/client"

/** Challenges in Postgres: one row a subject, each change one conditional statement. */
export const challenges = (db: Database): Challenges => ({
  ...issuedChallenges(db),

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

type TriedRow = ChallengeRow & { pool: string; triesSpent: number }

const toTried = ({ pool, triesSpent, ...row }: TriedRow): Tried => ({ ...toChallenge(row), pool, triesSpent })
