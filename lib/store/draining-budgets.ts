import { lift } from "@/lib/challenge/guess-policy"
import type { DrainingBudgets, DrainingCharge } from "@/lib/limits/draining-budgets"
import type { Database } from "@/lib/store/database"
import { after } from "@/lib/time"
import { Prisma } from "@/prisma/generated/client"

/** Budgets that drain, in Postgres. */
export const drainingBudgets = (db: Database): DrainingBudgets => ({
  async charge(charges, now) {
    const rows = await db.$queryRaw<{ key: string; room: number }[]>`
      WITH asked AS (${asked(charges)}), suspicion AS (
        SELECT EXISTS (SELECT FROM "DrainingBudget" g JOIN asked a ON a."key" = g."key" AND a."name" = 'realm'
          WHERE ${drained(now)} > a."capacity" + a."perVerified" * ${faded(now)}) AS "is"
      )
      INSERT INTO "DrainingBudget" AS g ("key", "open", "verified", "at")
      SELECT a."key", a."weight", 0, ${now}::timestamptz FROM asked a ORDER BY a."key"
      ON CONFLICT ("key") DO UPDATE SET
        "open" = (SELECT ${drained(now)} + a."weight" FROM asked a WHERE a."key" = g."key"),
        "verified" = (SELECT ${faded(now)} FROM asked a WHERE a."key" = g."key"),
        "at" = GREATEST(g."at", ${now}::timestamptz)
      WHERE (SELECT a."name" = 'realm' OR ${drained(now)} + 1 <= ${allowed(now)} FROM asked a WHERE a."key" = g."key")
      RETURNING g."key", (SELECT a."capacity" - g."open" FROM asked a WHERE a."key" = g."key") AS "room"`
    const room = new Map(rows.map(({ key, room }) => [key, room]))
    const full = charges.find(({ key }) => !room.has(key))
    const account = charges.find(({ name }) => name === "account")
    if (!full) return { taken: true, left: Math.max(0, room.get(account?.key ?? "") ?? 0) }
    const taken = charges.filter(({ key, weight }) => weight > 0 && room.has(key))
    if (taken.length > 0) await this.forgive(taken, 1, now)
    return { taken: false, full: full.name, retryAt: await roomAt(db, full, now) }
  },

  async forgive(charges, count, now) {
    await change(db, charges, now, Prisma.sql`GREATEST(0, ${drained(now)} - ${count}::float8)`, faded(now))
  },

  async vouch(charges, weight, now) {
    await change(db, charges, now, drained(now), Prisma.sql`${faded(now)} + ${weight}::float8`)
  },

  async lift(account, now) {
    const most = Math.max(0, account.policy.capacity - lift.leaves)
    await db.$executeRaw`
      WITH asked AS (${asked([account])})
      UPDATE "DrainingBudget" g SET "open" = LEAST(${drained(now)}, ${most}::float8), "at" = ${now}::timestamptz,
        "liftedAt" = ${now}::timestamptz
      FROM asked a WHERE a."key" = g."key" AND ${drained(now)} > ${most}::float8
        AND (g."liftedAt" IS NULL OR g."liftedAt" <= ${after(now, -lift.atMostEvery)}::timestamptz)`
  },
})

/** The charges as rows, so that one statement serves all of them. Durations are in milliseconds. */
function asked(charges: readonly DrainingCharge[]): Prisma.Sql {
  const rows = charges.map(({ name, key, weight, policy }) => {
    const { capacity, drains, perVerified, halfLife, underSuspicion = capacity } = policy
    return { name, key, weight, capacity, drains, perVerified, halfLife, underSuspicion }
  })
  return Prisma.sql`SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a("name" text, "key" text,
    "weight" float8, "capacity" float8, "drains" float8, "perVerified" float8, "halfLife" float8, "underSuspicion" float8)`
}

/** Milliseconds since the row was written; a clock that runs behind another machine's drains nothing. */
const age = (now: Date) => Prisma.sql`GREATEST(0, EXTRACT(EPOCH FROM ${now}::timestamptz - g."at") * 1000)::float8`
const drained = (now: Date) => Prisma.sql`GREATEST(0, g."open" - ${age(now)} / a."drains")`
// Beyond fifty half-lives nothing is left, and the power would underflow.
const faded = (now: Date) => Prisma.sql`(g."verified" * 0.5 ^ LEAST(50, ${age(now)} / a."halfLife"))`
const allowed = (now: Date) => Prisma.sql`
  (CASE WHEN (SELECT s."is" FROM suspicion s) THEN a."underSuspicion" ELSE a."capacity" END + a."perVerified" * ${faded(now)})`

async function change(
  db: Database,
  charges: readonly DrainingCharge[],
  now: Date,
  open: Prisma.Sql,
  verified: Prisma.Sql,
): Promise<void> {
  if (charges.length === 0) return
  // Locked in the order of their keys, as `charge` does: two at once wait for each other, and never in a circle.
  await db.$executeRaw`
    WITH asked AS (${asked(charges)}), locked AS (
      SELECT g."key" FROM "DrainingBudget" g JOIN asked a ON a."key" = g."key" ORDER BY g."key" FOR UPDATE OF g
    )
    UPDATE "DrainingBudget" g SET "open" = ${open}, "verified" = ${verified}, "at" = GREATEST(g."at", ${now}::timestamptz)
    FROM asked a, locked WHERE a."key" = g."key" AND locked."key" = g."key"`
}

/** When a full budget will have drained enough for one more, if nobody else signs in there and no suspicion passes sooner. */
async function roomAt(db: Database, { key, policy }: DrainingCharge, now: Date): Promise<Date> {
  const row = await db.drainingBudget.findUnique({ where: { key } })
  if (!row) return after(now, policy.drains)
  const { capacity, drains, perVerified, halfLife, underSuspicion = capacity } = policy
  const since = Math.max(0, now.getTime() - row.at.getTime())
  const people = perVerified * row.verified * 0.5 ** (since / halfLife)
  const wanted = Math.max(0, row.open - since / drains) + 1
  // What is full and yet has room is full because everybody is under suspicion.
  const over = wanted > capacity + people ? wanted - capacity - people : Math.max(0, wanted - underSuspicion - people)
  return after(now, Math.max(1000, Math.ceil(over * drains)))
}
