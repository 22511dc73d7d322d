import type { PhoneChange, PhoneChanges } from "@/lib/account/phone-change"
import type { Database } from "@/lib/store/database"
import { Prisma, type PhoneChange as Row } from "@/prisma/generated/client"

/** Changes of phone in Postgres. */
export const phoneChanges = (db: Database): PhoneChanges => ({
  async begin(change) {
    await db.$transaction(async (tx) => {
      await lock(tx, change.accountId)
      const { accountId, createdAt } = change
      await tx.phoneChange.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: createdAt } })
      await tx.phoneChange.create({ data: change })
    })
  },

  async open(accountId) {
    const row = await db.phoneChange.findFirst({ where: { accountId, endedAt: null } })
    return row ? toChange(row) : undefined
  },

  async prove(id, which, now) {
    const [proved, other] = which === "old" ? oldThenNew : newThenOld
    const rows = await db.$queryRaw<Row[]>`
      UPDATE "PhoneChange" SET ${proved} = COALESCE(${proved}, ${now}::timestamptz),
        "effectiveAt" = CASE WHEN ${other} IS NULL THEN "effectiveAt" ELSE ${now}::timestamptz END
      WHERE "id" = ${id} AND "endedAt" IS NULL RETURNING *`
    return rows[0] && toChange(rows[0])
  },

  async wait(id, effectiveAt) {
    const where = { id, endedAt: null, effectiveAt: null, newProvedAt: { not: null } }
    return (await db.phoneChange.updateMany({ where, data: { effectiveAt } })).count === 1
  },

  async cancel(accountId, now) {
    const where = { accountId, endedAt: null }
    return (await db.phoneChange.updateMany({ where, data: { endedAt: now } })).count > 0
  },

  async settle(accountId, now, keep) {
    // Almost always nothing is due, and that costs one look.
    const due = { accountId, endedAt: null, newProvedAt: { not: null }, effectiveAt: { lte: now } }
    if (!(await db.phoneChange.findFirst({ where: due, select: { id: true } }))) return undefined
    return db.$transaction(async (tx) => {
      await lock(tx, accountId)
      const [change] = await tx.phoneChange.updateManyAndReturn({ where: due, data: { endedAt: now } })
      return change && takeEffect(tx, change, now, keep)
    })
  },
})

const oldThenNew = [Prisma.sql`"oldProvedAt"`, Prisma.sql`"newProvedAt"`] as const
const newThenOld = [Prisma.sql`"newProvedAt"`, Prisma.sql`"oldProvedAt"`] as const

/** Of two that want to change one account's phone the later waits, and then sees what the earlier did. */
const lock = (tx: Prisma.TransactionClient, accountId: string) =>
  tx.$queryRaw`SELECT "id" FROM "Account" WHERE "id" = ${accountId} FOR UPDATE`

async function takeEffect(tx: Prisma.TransactionClient, change: Row, now: Date, keep: string | undefined) {
  const { accountId, newPhone, newCountry, newProvedAt } = change
  const { phone: oldPhone } = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const data = { phone: newPhone, phoneCountry: newCountry, phoneVerifiedAt: newProvedAt }
  await tx.account.update({ where: { id: accountId }, data })
  await tx.identity.updateMany({ where: { accountId, kind: "phone" }, data: { value: newPhone } })
  const others = { accountId, revokedAt: null, ...(keep && { id: { not: keep } }) }
  await tx.session.updateMany({ where: others, data: { revokedAt: now } })
  const elsewhere = { accountId, usedAt: null, expiresAt: { gt: now }, NOT: { phone: newPhone } }
  await tx.challenge.updateMany({ where: elsewhere, data: { expiresAt: now } })
  return { oldPhone }
}

const toChange = ({ endedAt: _, ...row }: Row): PhoneChange => row
