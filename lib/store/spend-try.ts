import { home, pinRules, type Tried } from "@/lib/challenge/challenge"
import type { Target } from "@/lib/challenge/guesses"
import { toAccount } from "@/lib/store/accounts"
import { toChallenge } from "@/lib/store/issue-challenges"
import { isChangeDue } from "@/lib/store/phone-changes"
import { type Statement, sql } from "@/lib/store/sql"
import type { Account as AccountRow, Challenge as ChallengeRow } from "@/prisma/generated/client"

/**
 * The `WITH` part that waits for the target's challenge. A right PIN locks the challenge before the budgets, and so must whoever
 * takes of both, or two at once would wait in a circle.
 */
export const heldTarget = (target: Target): Statement => sql`
  held AS MATERIALIZED (SELECT FROM "Challenge" c WHERE ${isTarget(target)} FOR NO KEY UPDATE OF c)`

const isTarget = (target: Target): Statement =>
  "keyHash" in target
    ? sql`c."keyHash" = ${target.keyHash}`
    : sql`c."realm" = ${target.decoy.realm} AND c."subject" = ${target.decoy.subject}`

/**
 * The `WITH` part `spent` that spends a try of the target, on a condition: one row if there was one left, and none else. It comes after
 * a part `guesser`, which says whose try it is.
 */
export const spentOf = (target: Target, when: Statement, now: Date): Statement =>
  "keyHash" in target ? spentByKey(target, when, now) : spentBySubject(target, when, now)

type ByKey = Extract<Target, { keyHash: string }>
type BySubject = Exclude<Target, ByKey>

const spentByKey = ({ keyHash, realm }: ByKey, when: Statement, now: Date) => sql`
  spent AS (
    UPDATE "Challenge" AS c SET "tries" = ${oneMoreIn(keyPool, now)}
    WHERE c."keyHash" = ${keyHash} AND c."realm" = ${realm} AND ${when}
      AND (c."expiresAt" <= ${now}::timestamptz OR ${triesOf(keyPool)} < ${pinRules[realm].tries}::int)
    RETURNING c.*, ${keyPool} AS "pool", ${triesOf(keyPool)} AS "triesSpent"
  )`

function spentBySubject({ decoy, network, onePool = false }: BySubject, when: Statement, now: Date): Statement {
  const isHome = sql`(${onePool}::boolean OR (SELECT "isHome" FROM guesser))`
  const pool = sql`
    (CASE WHEN ${isHome} THEN ${home}::text WHEN ${network}::text = ANY(c."askers") THEN ${network}::text ELSE 'others' END)`
  return sql`
  spent AS (
    INSERT INTO "Challenge" AS c ("id", "realm", "subject", "purpose", "whitelabelId", "keyId", "tries", "issuedAt", "expiresAt")
    SELECT ${decoy.id}, ${decoy.realm}, ${decoy.subject}, ${decoy.purpose}, ${decoy.whitelabelId}::int, ${decoy.keyId},
      jsonb_build_object(CASE WHEN ${isHome} THEN ${home}::text ELSE 'others' END, 1), ${decoy.issuedAt}::timestamptz,
      ${decoy.expiresAt}::timestamptz
    WHERE ${when}
    ON CONFLICT ("realm", "subject") DO UPDATE SET "tries" = ${oneMoreIn(pool, now)}
      WHERE c."expiresAt" <= ${now}::timestamptz OR ${triesOf(pool)} < ${pinRules[decoy.realm].tries}::int
    RETURNING c.*, ${pool} AS "pool", ${triesOf(pool)} AS "triesSpent"
  )`
}

const keyPool = sql`'key'::text`

/** How many tries of a pool the row `c` has spent. */
export const triesOf = (pool: Statement): Statement => sql`COALESCE((c."tries" ->> ${pool})::int, 0)`

/** An expired challenge has no tries to spend. */
const oneMoreIn = (pool: Statement, now: Date) => sql`
  CASE WHEN c."expiresAt" <= ${now}::timestamptz THEN c."tries"
    ELSE jsonb_set(c."tries", ARRAY[${pool}], to_jsonb(${triesOf(pool)} + 1)) END`

/** The columns of a `TriedRow`. What the steps after a try need to know comes along: whose it is, and whether their phone is about to change. */
export const triedColumns = (now: Date): Statement => sql`
  spent.*, to_jsonb(a) - 'passwordHash' AS "account", ${isChangeDue(sql`spent."accountId"`, now)} AS "isChangeDue"`

/** What such a statement answers of the challenge; its id is null where no try was left. */
export type TriedRow = Omit<ChallengeRow, "id"> & { id: string | null; account: AccountRow | null } & Pick<
    Tried,
    "pool" | "triesSpent" | "isChangeDue"
  >

/** The challenge as the core knows it, if a try of it was spent. */
export const toTried = ({ id, pool, triesSpent, isChangeDue, account, ...row }: TriedRow): Tried | undefined =>
  id === null
    ? undefined
    : {
        ...toChallenge({ ...row, id }),
        pool,
        triesSpent,
        isChangeDue,
        account: account ? toAccount(withDates(account)) : undefined,
      }

/** JSON has no instants. */
const withDates = (row: AccountRow): AccountRow => ({
  ...row,
  createdAt: new Date(row.createdAt),
  lastSignInAt: row.lastSignInAt && new Date(row.lastSignInAt),
})
