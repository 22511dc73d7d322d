import type { CaptchaVerdict } from "@/lib/abuse/captcha"
import type { Fate, Ledger, VerifiedDecision } from "@/lib/abuse/ledger"
import type { Database } from "@/lib/store/database"
import { type Decision as DecisionRow, Prisma } from "@/prisma/generated/client"

/** In which order fates come. Undelivered is as final as delivered. */
const order: Record<Fate, number> = {
  admitted: 0,
  "not-sent": 9,
  unknown: 1,
  accepted: 2,
  sent: 3,
  delivered: 4,
  undelivered: 4,
}

/** Outcomes of what did not leave. */
export const notSent = ["refused", "decoy", "not-sent"]

/** The firewall's record of decisions in Postgres. */
export const ledger = (db: Database): Ledger => ({
  async record(decision) {
    const verdicts = decision.verdicts as unknown as Prisma.InputJsonValue
    await db.decision.create({ data: { ...decision, verdicts } })
  },

  async hear(id, { fate, at, sender, messageId }) {
    const earlier = (Object.keys(order) as Fate[]).filter((other) => order[other] < order[fate])
    const told = { ...(sender && { sender }), ...(messageId && { messageId }) }
    await db.decision.updateMany({
      where: { id, outcome: { in: earlier } },
      data: { outcome: fate, heardAt: at, ...told },
    })
  },

  async verified(recipient, since, at) {
    const rows = await db.$queryRaw<DecisionRow[]>`
      UPDATE "Decision" SET "verifiedAt" = ${at}::timestamptz
      WHERE "recipient" = ${recipient} AND "at" >= ${since}::timestamptz AND "verifiedAt" IS NULL
        AND "outcome" NOT IN (${Prisma.join(notSent)})
      RETURNING *`
    return rows.map(toVerified)
  },
})

const toVerified = (row: DecisionRow): VerifiedDecision => ({
  ...row,
  to: row.to as VerifiedDecision["to"],
  lane: row.lane as VerifiedDecision["lane"],
  captcha: row.captcha as CaptchaVerdict,
})
