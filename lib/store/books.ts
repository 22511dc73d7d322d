import pLimit from "p-limit"
import type { Books, BudgetName, Names, OpenBooks } from "@/lib/firewall/books/books"
import type { Exposure } from "@/lib/firewall/books/exposure"
import type { Level, Mode } from "@/lib/firewall/books/mode"
import { peace } from "@/lib/firewall/books/mode"
import type { ListEntry } from "@/lib/firewall/operator-list"
import type { Database } from "@/lib/store/database"
import { isOpen } from "@/lib/store/ledger"
import type { Budget, Exposure as ExposureRow, ModeChange, Prisma } from "@/prisma/generated/client"

type Tx = Prisma.TransactionClient

/**
 * The firewall's books in Postgres. Every piece of work locks its rows, always in the same order, before it looks at them:
 * two machines that spend from one budget do so one after the other.
 */
export const books = (db: Database): Books => ({
  async glance({ exposures, budgets, phone, since }, now) {
    const [seen] = await db.$queryRaw<[Seen]>`
      SELECT (SELECT jsonb_agg(e) FROM "Exposure" e WHERE e."scope" = ANY(${[...exposures]}::text[])) AS "exposures",
        (SELECT jsonb_object_agg(b."name", b."spent") FROM "Budget" b
          WHERE b."name" = ANY(${budgets.map(({ name }) => name)}::text[])) AS "spent",
        (SELECT to_jsonb(m) FROM "ModeChange" m ORDER BY m."number" DESC LIMIT 1) AS "mode",
        (SELECT jsonb_agg(o) FROM "OperatorEntry" o) AS "listed",
        EXISTS (SELECT FROM "Decision" d WHERE d."phone" = ${phone} AND d."at" >= ${since}::timestamptz
          AND d."verifiedAt" IS NULL AND d."asNewcomer" AND ${isOpen}) AS "isOpen"`
    const found = new Map(seen.exposures?.map((row) => [row.scope, exposureIn(row)]))
    const mode = seen.mode && { ...seen.mode, level: seen.mode.level as Level, since: new Date(seen.mode.since) }
    const listed = seen.listed?.map((entry) => ({ ...entry, addedAt: new Date(entry.addedAt) })) ?? []
    const spent = (name: string) => seen.spent?.[name] ?? 0
    return { exposure: (scope) => found.get(scope), spent, mode: mode ?? peace(now), listed, isOpen: seen.isOpen }
  },

  within: (names, now, work) => turn(() => db.$transaction((tx) => workIn(tx, names, now, work))),
})

/**
 * All work on the books of newcomers waits for one lock. Only so many of a process' connections may wait for it at a time, or
 * a burst would leave none for those who only want to sign in.
 */
const turn = pLimit(3)

async function workIn<T>(tx: Tx, names: Names, now: Date, work: (books: OpenBooks) => T): Promise<T> {
  const exposures = await lockExposures(tx, names.exposures, now)
  const spent = await lockBudgets(tx, names.budgets)
  const pages = new Pages(exposures, spent, await modeInForce(tx, now))
  const result = work(pages)
  await pages.keep(tx)
  return result
}

/** What one look brings: rows as JSON, in which instants are text. */
type Seen = {
  exposures: AsJson<ExposureRow>[] | null
  spent: Record<string, number> | null
  mode: AsJson<ModeChange> | null
  listed: AsJson<ListEntry>[] | null
  isOpen: boolean
}
type AsJson<Row> = {
  [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] extends Date | null ? string | null : Row[Name]
}

const exposureIn = ({ at, until, trippedAt, ...counts }: AsJson<ExposureRow>): Exposure => ({
  ...counts,
  at: new Date(at),
  until: until === null ? null : new Date(until),
  trippedAt: trippedAt === null ? null : new Date(trippedAt),
})

/** The mode in force. */
async function modeInForce(db: Pick<Tx, "modeChange">, now: Date): Promise<Mode> {
  const last = await db.modeChange.findFirst({ orderBy: { number: "desc" } })
  return last ? { level: last.level as Level, since: last.since, pinned: last.pinned } : peace(now)
}

/** A row that is not there yet is made, so that there is something to lock. */
async function lockExposures(tx: Tx, scopes: readonly string[], now: Date): Promise<Map<string, Exposure>> {
  if (scopes.length === 0) return new Map()
  const rows = await tx.$queryRaw<ExposureRow[]>`
    INSERT INTO "Exposure" AS e ("scope", "open", "verified", "at", "trips", "probes", "wins")
    SELECT s, 0, 0, ${now}::timestamptz, 0, 0, 0 FROM unnest(${[...scopes]}::text[]) AS s ORDER BY s
    ON CONFLICT ("scope") DO UPDATE SET "trips" = e."trips" RETURNING *`
  return new Map(rows.map(({ scope, ...exposure }) => [scope, exposure]))
}

async function lockBudgets(tx: Tx, budgets: readonly BudgetName[]): Promise<Map<string, number>> {
  if (budgets.length === 0) return new Map()
  const asked = JSON.stringify(budgets)
  const rows = await tx.$queryRaw<Pick<Budget, "name" | "spent">[]>`
    INSERT INTO "Budget" AS b ("name", "spent", "endsAt")
    SELECT n."name", 0, n."endsAt" FROM jsonb_to_recordset(${asked}::jsonb) AS n("name" text, "endsAt" timestamptz)
    ORDER BY n."name"
    ON CONFLICT ("name") DO UPDATE SET "spent" = b."spent" RETURNING "name", "spent"`
  return new Map(rows.map(({ name, spent }) => [name, Number(spent)]))
}

/** What is read and written between the locks and the commit. */
class Pages implements OpenBooks {
  private readonly changed = new Set<string>()
  private readonly paid = new Set<string>()
  private evidence: Prisma.InputJsonValue | undefined

  constructor(
    private readonly exposures: Map<string, Exposure>,
    private readonly budgets: Map<string, number>,
    public mode: Mode,
  ) {}

  exposure(scope: string) {
    return this.exposures.get(scope)
  }

  putExposure(scope: string, exposure: Exposure) {
    if (!this.exposures.has(scope)) throw new Error(`${scope} was not locked`)
    this.exposures.set(scope, exposure)
    this.changed.add(scope)
  }

  spent(name: string) {
    const spent = this.budgets.get(name)
    if (spent === undefined) throw new Error(`${name} was not locked`)
    return spent
  }

  spend(name: string, amount: number) {
    this.budgets.set(name, Math.max(0, this.spent(name) + amount))
    this.paid.add(name)
  }

  putMode(mode: Mode, evidence: Readonly<Record<string, number | string>>) {
    this.mode = mode
    this.evidence = evidence
  }

  async keep(tx: Tx): Promise<void> {
    if (this.changed.size > 0) await keepExposures(tx, this.changed, this.exposures)
    if (this.paid.size > 0) await keepBudgets(tx, this.paid, this.budgets)
    const { level, since, pinned } = this.mode
    if (this.evidence) await tx.modeChange.create({ data: { level, since, pinned, evidence: this.evidence } })
  }
}

async function keepExposures(tx: Tx, scopes: ReadonlySet<string>, exposures: ReadonlyMap<string, Exposure>) {
  const rows = JSON.stringify([...scopes].map((scope) => ({ scope, ...exposures.get(scope) })))
  await tx.$executeRaw`
    UPDATE "Exposure" e SET "open" = n."open", "verified" = n."verified", "at" = n."at", "until" = n."until",
      "trippedAt" = n."trippedAt", "trips" = n."trips", "probes" = n."probes", "wins" = n."wins"
    FROM jsonb_to_recordset(${rows}::jsonb) AS n("scope" text, "open" float8, "verified" float8, "at" timestamptz,
      "until" timestamptz, "trippedAt" timestamptz, "trips" int, "probes" int, "wins" int)
    WHERE e."scope" = n."scope"`
}

async function keepBudgets(tx: Tx, names: ReadonlySet<string>, budgets: ReadonlyMap<string, number>) {
  const rows = JSON.stringify([...names].map((name) => ({ name, spent: budgets.get(name) })))
  await tx.$executeRaw`
    UPDATE "Budget" b SET "spent" = n."spent"
    FROM jsonb_to_recordset(${rows}::jsonb) AS n("name" text, "spent" bigint) WHERE b."name" = n."name"`
}
