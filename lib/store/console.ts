import type { Level } from "@/lib/firewall/books/mode"
import type { Console, LedgerEntry, LedgerQuery, OutcomeFilter } from "@/lib/firewall/console"
import { notSent } from "@/lib/firewall/ledger/ledger"
import { consoleFigures } from "@/lib/store/console-figures"
import type { Database } from "@/lib/store/database"
import { pastOf } from "@/lib/store/past"
import { steeringOf } from "@/lib/store/steering"
import type { Now } from "@/lib/time"
import type { Prisma } from "@/prisma/generated/client"

const filters: Readonly<Record<OutcomeFilter, Prisma.DecisionWhereInput>> = {
  sent: { outcome: { notIn: notSent } },
  verified: { outcome: { notIn: notSent }, verifiedAt: { not: null } },
  refused: { outcome: "refused" },
  "not-sent": { outcome: "not-sent" },
  decoy: { outcome: "decoy" },
}

/** Without the hashes that name a phone, a recipient or a network. */
const shown = {
  ...{
    id: true,
    at: true,
    realm: true,
    verb: true,
    channel: true,
    client: true,
    whitelabelId: true,
    to: true,
    lane: true,
  },
  ...{ captcha: true, country: true, prefix: true, place: true, isRepeat: true, level: true, verdicts: true },
  ...{ refusedBy: true, outcome: true, price: true, reserved: true, finalPrice: true, sender: true, verifiedAt: true },
  count: true,
} as const

/** Reads the ledger in Postgres for the operator's console. */
export const consoleOf = (db: Database, now: Now): Console => ({
  past: (since, most) => pastOf(db, since, most),

  ...consoleFigures(db, now),
  ...steeringOf(db),

  async spentOf(budgets) {
    const rows = await db.budget.findMany({ where: { name: { in: [...budgets] } } })
    return new Map(rows.map(({ name, spent }) => [name, Number(spent)]))
  },

  async modes(most) {
    const rows = await db.modeChange.findMany({ orderBy: { number: "desc" }, take: most })
    return rows.map(({ level, evidence, ...row }) => ({
      ...row,
      level: level as Level,
      evidence: evidence as Record<string, unknown>,
    }))
  },

  async decisions({ outcome, before, since, most }: LedgerQuery) {
    // The first condition says nothing new, and is the one by which the index begins there.
    const older = before && {
      at: { lte: before.at },
      OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }],
    }
    const rows = await db.decision.findMany({
      where: { AND: [outcome ? filters[outcome] : {}, older ?? {}, since ? { at: { gte: since } } : {}] },
      select: shown,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: most,
    })
    return rows as unknown as LedgerEntry[]
  },
})
