import type { Level } from "@/lib/firewall/books/mode"
import type { Console, LedgerEntry, LedgerQuery, OutcomeFilter, RuleTraffic, Traffic } from "@/lib/firewall/console"
import { notSent } from "@/lib/firewall/ledger/ledger"
import type { Database } from "@/lib/store/database"
import { pastOf } from "@/lib/store/past"
import { steeringOf } from "@/lib/store/steering"
import { Prisma } from "@/prisma/generated/client"

const left = Prisma.sql`d."outcome" NOT IN (${Prisma.join(notSent)})`

/** The columns of `Traffic` over a group of decisions. Only refusals have a count beyond one. */
const traffic = Prisma.sql`
  COALESCE(sum(d."count"), 0)::float8 AS "asked",
  (count(*) FILTER (WHERE ${left}))::int AS "sent",
  (count(*) FILTER (WHERE ${left} AND d."verifiedAt" IS NOT NULL))::int AS "verified",
  COALESCE(sum(d."count") FILTER (WHERE d."outcome" = 'refused'), 0)::float8 AS "refused",
  COALESCE(sum(COALESCE(d."finalPrice", d."reserved")) FILTER (WHERE ${left}), 0)::float8 AS "spent"`

/** What a row would have cost, each time. */
const prices = Prisma.sql`d."price"::bigint * d."count"`

/** Whether the recipient of what was refused got a message within the hour all the same. */
const wasLate = Prisma.sql`EXISTS (
  SELECT 1 FROM "Decision" l WHERE l."recipient" = d."recipient" AND l."at" >= d."at"
    AND l."at" <= d."at" + interval '1 hour' AND l."outcome" NOT IN (${Prisma.join(notSent)}))`

const filters: Readonly<Record<OutcomeFilter, Prisma.DecisionWhereInput>> = {
  sent: { outcome: { notIn: notSent } },
  verified: { outcome: { notIn: notSent }, verifiedAt: { not: null } },
  refused: { outcome: "refused" },
  "not-sent": { outcome: "not-sent" },
  decoy: { outcome: "decoy" },
}

/** Without the hashes that name a phone, a recipient or a network. */
const shown = {
  ...{ id: true, at: true, realm: true, verb: true, client: true, whitelabelId: true, to: true, lane: true },
  ...{ captcha: true, country: true, prefix: true, place: true, isRepeat: true, level: true, verdicts: true },
  ...{ refusedBy: true, outcome: true, price: true, reserved: true, finalPrice: true, sender: true, verifiedAt: true },
  count: true,
} as const

const over = (db: Database, unit: "hour" | "day", since: Date) => db.$queryRaw<(Traffic & { at: Date })[]>`
  SELECT date_trunc(${unit}, d."at", 'UTC') AS "at", ${traffic} FROM "Decision" d
  WHERE d."at" >= ${since}::timestamptz GROUP BY 1 ORDER BY 1`

/** Reads the ledger in Postgres for the operator's console. */
export const consoleOf = (db: Database): Console => ({
  past: (since, most) => pastOf(db, since, most),

  ...steeringOf(db),

  byHour: (since) => over(db, "hour", since),
  byDay: (since) => over(db, "day", since),

  byCountry: (since) => db.$queryRaw<(Traffic & { country: string })[]>`
      SELECT d."country", ${traffic} FROM "Decision" d
      WHERE d."at" >= ${since}::timestamptz AND d."country" IS NOT NULL
      GROUP BY d."country" ORDER BY "spent" DESC, "refused" DESC, d."country"`,

  byRule: (since) => db.$queryRaw<RuleTraffic[]>`
      SELECT d."refusedBy" AS "rule",
        COALESCE(sum(d."count") FILTER (WHERE d."outcome" = 'refused'), 0)::float8 AS "refused",
        (count(*) FILTER (WHERE ${left}))::int AS "passed",
        COALESCE(sum(d."price") FILTER (WHERE ${left}), 0)::float8 AS "passedPrice",
        COALESCE(sum(${prices}) FILTER (WHERE d."outcome" = 'refused'), 0)::float8 AS "price",
        COALESCE(sum(${prices}) FILTER (WHERE d."outcome" = 'refused' AND NOT (${wasLate})), 0)::float8 AS "saved"
      FROM "Decision" d
      WHERE d."at" >= ${since}::timestamptz AND d."refusedBy" IS NOT NULL
      GROUP BY d."refusedBy" ORDER BY "refused" DESC, "rule"`,

  byPasskey: (since) => db.$queryRaw<{ country: string; signIns: number }[]>`
      SELECT a."phoneCountry" AS "country", sum(e."count")::int AS "signIns"
      FROM "Event" e JOIN "Account" a ON a."id" = e."accountId"
      WHERE e."kind" = 'signed-in-with-passkey' AND e."at" >= ${since}::timestamptz AND a."phoneCountry" IS NOT NULL
      GROUP BY a."phoneCountry"`,

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
    const older = before && { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] }
    const rows = await db.decision.findMany({
      where: { AND: [outcome ? filters[outcome] : {}, older ?? {}, since ? { at: { gte: since } } : {}] },
      select: shown,
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: most,
    })
    return rows as unknown as LedgerEntry[]
  },
})
