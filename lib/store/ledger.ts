import { hidesAccounts, type Realm } from "@/lib/account/realm"
import type { CaptchaVerdict } from "@/lib/firewall/captcha"
import type { Decision, Fate, Ledger, VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import type { Database } from "@/lib/store/database"
import { insertDecisions } from "@/lib/store/decisions"
import { type Decision as DecisionRow, Prisma } from "@/prisma/generated/client"

/** What each fate may follow. Nothing follows what did not leave, and undelivered is as final as delivered. */
const follows: Record<Fate, readonly Fate[]> = {
  admitted: [],
  "not-sent": ["admitted", "unknown"],
  unknown: ["admitted"],
  accepted: ["admitted", "unknown"],
  sent: ["admitted", "unknown", "accepted"],
  delivered: ["admitted", "unknown", "accepted", "sent"],
  undelivered: ["admitted", "unknown", "accepted", "sent"],
}

/** Outcomes of what did not leave. */
export const notSent = ["refused", "decoy", "not-sent"]

const hiding = Object.entries(hidesAccounts).flatMap(([realm, hides]) => (hides ? [realm] : []))

/**
 * Decisions whose charge stands until somebody verifies. Nobody's message stands open like anybody's; and where accounts are
 * hidden, so does one that a sender did not take, since its charge is not given back.
 */
export const isOpen = Prisma.sql`("outcome" <> 'refused' AND ("outcome" <> 'not-sent' OR "realm" IN (${Prisma.join(hiding)})))`

/** The firewall's record of decisions in Postgres. What has a fold is handed to the process's queue of those. */
export const ledger = (db: Database, count: (decision: Decision & { fold: string }) => Promise<void>): Ledger => ({
  async record(decision) {
    const { fold } = decision
    if (fold) await count({ ...decision, fold })
    else await db.sql.run(insertDecisions([decision]))
  },

  async hear(id, { fate, at, sender, messageId }) {
    const told = { ...(sender && { sender }), ...(messageId && { messageId }) }
    await db.decision.updateMany({
      where: { id, outcome: { in: [...follows[fate]] } },
      data: { outcome: fate, heardAt: at, ...told },
    })
  },

  async verified(recipient, since, at) {
    const rows = await db.$queryRaw<DecisionRow[]>`
      UPDATE "Decision" SET "verifiedAt" = ${at}::timestamptz
      WHERE "recipient" = ${recipient} AND "at" >= ${since}::timestamptz AND "verifiedAt" IS NULL
        AND ${isOpen}
      RETURNING *`
    return rows.map(toVerified)
  },

  async idOf(messageId) {
    return (await db.decision.findUnique({ where: { messageId }, select: { id: true } }))?.id
  },

  async settle(id, finalPrice) {
    const where = { id, finalPrice: null, outcome: { notIn: notSent } }
    return (await db.decision.updateManyAndReturn({ where, data: { finalPrice } }))[0]
  },
})

const toVerified = (row: DecisionRow): VerifiedDecision => ({
  ...row,
  realm: row.realm as Realm,
  to: row.to as VerifiedDecision["to"],
  whose: row.whose as VerifiedDecision["whose"],
  lane: row.lane as VerifiedDecision["lane"],
  captcha: row.captcha as CaptchaVerdict,
})
