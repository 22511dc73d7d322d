import type { AskedBy, PhoneChange, PhoneChanges } from "@/lib/account/phone-change"
import type { Database } from "@/lib/store/database"
import { inPrisma } from "@/lib/store/in-prisma"
import { notices } from "@/lib/store/logout-notices"
import { isLive, takeBack } from "@/lib/store/right-guess"
import { type Statement, sql } from "@/lib/store/sql"
import type { Prisma, PhoneChange as Row } from "@/prisma/generated/client"

/** Changes of phone in Postgres. */
export const phoneChanges = (db: Database): PhoneChanges => ({
  async begin(change) {
    return db.$transaction(async (tx) => {
      await lock(tx, change.accountId)
      const { accountId, askedBy, createdAt } = change
      // Whoever ends the session at this moment waits, and finds the change.
      const asker = await tx.$queryRaw<object[]>`
        SELECT 1 FROM "Session" WHERE "id" = ${askedBy} AND "revokedAt" IS NULL FOR SHARE`
      if (asker.length === 0) return false
      if (await tx.phoneChange.findFirst({ where: due(accountId, createdAt), select: { id: true } })) return false
      await tx.phoneChange.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: createdAt } })
      await tx.phoneChange.create({ data: change })
      return true
    })
  },

  async open(accountId) {
    const row = await db.phoneChange.findFirst({ where: { accountId, endedAt: null } })
    return row ? toChange(row) : undefined
  },

  async prove({ id, which, by, challengeId, guess }, now) {
    const [proved, other] = which === "old" ? oldThenNew : newThenOld
    // The change is locked before its PIN, as `settle` does: two at once wait for each other, and never in a circle.
    const [row] = await db.sql.rows<Row & { won: boolean }>(sql`
      WITH change AS (
        SELECT "id" FROM "PhoneChange" WHERE "id" = ${id} AND "endedAt" IS NULL FOR NO KEY UPDATE
      ), won AS (
        UPDATE "Challenge" c SET "usedAt" = ${now}::timestamptz FROM (SELECT count(*) FROM change) AS locked
        WHERE ${isLive(challengeId, now)} RETURNING c."id"
      ), ${takeBack(guess, now)}, proved AS (
        UPDATE "PhoneChange" p SET "askedBy" = ${by}, ${proved} = COALESCE(p.${proved}, ${now}::timestamptz),
          "effectiveAt" = CASE WHEN p.${other} IS NULL THEN p."effectiveAt" ELSE ${now}::timestamptz END
        FROM won, change WHERE p."id" = change."id" RETURNING p.*
      )
      SELECT EXISTS (SELECT FROM won) AS "won", proved.* FROM (SELECT) one LEFT JOIN proved ON true`)
    if (!row?.won) return "lost"
    const { won: _, ...change } = row
    return change.id === null ? undefined : toChange(change)
  },

  async notify(id, noticeId) {
    return (
      (await db.phoneChange.updateMany({ where: { id, ...mayWait }, data: { noticeId, untoldAt: null } })).count === 1
    )
  },

  async wait(id, noticeId, effectiveAt) {
    const where = { id, noticeId, untoldAt: null, ...mayWait }
    return (await db.phoneChange.updateMany({ where, data: { effectiveAt } })).count === 1
  },

  async untold(noticeId, now) {
    // A change that the old phone confirmed needs no notice.
    const where = { noticeId, endedAt: null, oldProvedAt: null, untoldAt: null }
    await db.phoneChange.updateMany({ where, data: { untoldAt: now, effectiveAt: null } })
  },

  async release(reference, notOf, effectiveAt) {
    const rows = await db.$queryRaw<{ accountId: string }[]>`
      WITH meant AS (
        SELECT "id" FROM "PhoneChange" WHERE starts_with("id", ${reference}) AND "untoldAt" IS NOT NULL
          AND "endedAt" IS NULL AND "effectiveAt" IS NULL AND "newProvedAt" IS NOT NULL
      )
      UPDATE "PhoneChange" SET "effectiveAt" = ${effectiveAt}::timestamptz, "untoldAt" = NULL, "noticeId" = NULL
      WHERE "id" IN (SELECT "id" FROM meant) AND (SELECT count(*) FROM meant) = 1 AND "accountId" <> ${notOf}
        AND "untoldAt" IS NOT NULL AND "endedAt" IS NULL AND "effectiveAt" IS NULL
      RETURNING "accountId"`
    return rows[0]?.accountId
  },

  async cancel(accountId, now, asked) {
    const notDue = { OR: [{ effectiveAt: null }, { effectiveAt: { gt: now } }] }
    const where = { accountId, endedAt: null, AND: asked ? [notDue, isAsked(asked)] : [notDue] }
    const select = { askedBy: true }
    return (await db.phoneChange.updateManyAndReturn({ where, data: { endedAt: now }, select }))[0]
  },

  async settle(accountId, now) {
    // Almost always nothing is due, and that costs one look.
    const where = due(accountId, now)
    if (!(await db.phoneChange.findFirst({ where, select: { id: true } }))) return undefined
    return db.$transaction(async (tx) => {
      await lock(tx, accountId)
      const [change] = await tx.phoneChange.updateManyAndReturn({ where, data: { endedAt: now } })
      return change && takeEffect(tx, change, now)
    })
  },
})

/** The change of this account that is to take effect by now. */
const due = (accountId: string, now: Date) => ({
  accountId,
  endedAt: null,
  newProvedAt: { not: null },
  effectiveAt: { lte: now },
})

/** Whether a change of this account is to take effect by now, as a condition of a statement. */
export const isChangeDue = (accountId: Statement, now: Date | Statement): Statement => sql`
  EXISTS (SELECT FROM "PhoneChange" p WHERE p."accountId" = ${accountId} AND p."endedAt" IS NULL
    AND p."newProvedAt" IS NOT NULL AND p."effectiveAt" <= ${now}::timestamptz OFFSET 0)`

const isAsked = (asked: AskedBy): Prisma.PhoneChangeWhereInput =>
  "by" in asked ? { askedBy: asked.by } : { OR: [{ askedBy: null }, { askedBy: { not: asked.notBy } }] }

const mayWait = { endedAt: null, effectiveAt: null, newProvedAt: { not: null } }

const oldThenNew = [sql`"oldProvedAt"`, sql`"newProvedAt"`] as const
const newThenOld = [sql`"newProvedAt"`, sql`"oldProvedAt"`] as const

/** Of two that want to change one account's phone the later waits, and then sees what the earlier did. */
const lock = (tx: Prisma.TransactionClient, accountId: string) =>
  tx.$queryRaw`SELECT "id" FROM "Account" WHERE "id" = ${accountId} FOR UPDATE`

async function takeEffect(tx: Prisma.TransactionClient, change: Row, now: Date) {
  const { accountId, askedBy, newPhone, newCountry, newProvedAt } = change
  const { phone: oldPhone } = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const data = { phone: newPhone, phoneCountry: newCountry, phoneVerifiedAt: newProvedAt }
  await tx.account.update({ where: { id: accountId }, data })
  await tx.identity.updateMany({ where: { accountId, kind: "phone" }, data: { value: newPhone } })
  // A device was trusted by whoever had the old phone.
  await tx.trustedDevice.deleteMany({ where: { accountId } })
  const others = { accountId, ...(askedBy && { id: { not: askedBy } }) }
  await tx.session.updateMany({ where: { ...others, revokedAt: null }, data: { revokedAt: now } })
  const ended = sql`SELECT s."id", s."accountId", s."client" FROM "Session" s
    WHERE s."accountId" = ${accountId} AND s."audience" = 'openid' AND s."revokedAt" = ${now}::timestamptz
      AND s."id" IS DISTINCT FROM ${askedBy}`
  await tx.$executeRaw(inPrisma(notices(ended, now)))
  await tx.session.updateMany({ where: { ...others, forgottenAt: null }, data: { forgottenAt: now } })
  const elsewhere = { accountId, usedAt: null, expiresAt: { gt: now }, NOT: { phone: newPhone } }
  await tx.challenge.updateMany({ where: elsewhere, data: { expiresAt: now } })
  return { oldPhone }
}

const toChange = ({ endedAt: _, ...row }: Row): PhoneChange => row
