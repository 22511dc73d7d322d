import { setTimeout } from "node:timers/promises"
import { deviceKnownFor, deviceRow } from "@/lib/challenge/guess-policy"
import { firewallPolicy } from "@/lib/firewall/policy"
import { policy } from "@/lib/limits/policy"
import type { CleanUp } from "@/lib/machines/clean-up"
import type { Database } from "@/lib/store/database"
import { inPrisma } from "@/lib/store/in-prisma"
import { unhurried } from "@/lib/store/sql"
import { sumUp } from "@/lib/store/summed-hours"
import { after, type Duration, days, hours } from "@/lib/time"
import { Prisma } from "@/prisma/generated/client"

/** Rows that one statement removes, and statements for one table in one call: no lock is held for long. */
const batch = { rows: 200, most: 100 }

/** After a statement the disk and the processors are others' for so many times as long as it took: people sign in meanwhile. */
const rests = 4

type Size = typeof batch

/** What of one table can go: the rows of which `gone` is true. */
type Rule = { table: string; gone: (ago: (age: Duration) => Prisma.Sql) => Prisma.Sql }

/**
 * Accounts and keys are not in it, nor the events that are the audit: who signed in, what was changed, what operators did. How long
 * that is kept is the operator's to say. What anybody can cause at will, or an app does by itself, ages. Sessions take their tokens along. A used refresh token is kept beyond its end, so that its reuse is still seen for what it is.
 */
const rules: readonly Rule[] = [
  { table: "Decision", gone: (ago) => Prisma.sql`"at" < ${ago(days(90))}` },
  { table: "Event", gone: (ago) => Prisma.sql`"kind" IN ('refused', 'refreshed') AND "at" < ${ago(days(90))}` },
  { table: "Event", gone: (ago) => Prisma.sql`"kind" = 'client-token' AND "at" < ${ago(days(365))}` },
  { table: "TrustedDevice", gone: (ago) => Prisma.sql`"endsAt" < ${ago(0)}` },
  { table: "Device", gone: (ago) => Prisma.sql`"renewedAt" < ${ago(policy.deviceLapses)}` },
  // The PIN is long dead; a newcomer's registration lives here too, and may be taken up again for some days.
  { table: "Challenge", gone: (ago) => Prisma.sql`"expiresAt" < ${ago(days(7))}` },
  { table: "Limit", gone: (ago) => Prisma.sql`"resetsAt" < ${ago(hours(1))}` },
  { table: "Cooldown", gone: (ago) => Prisma.sql`"until" < ${ago(policy.waitForgottenAfter + hours(1))}` },
  {
    table: "FailureCount",
    gone: (ago) => Prisma.sql`"key" NOT LIKE ${`${deviceRow}%`} AND "lastAt" < ${ago(days(30))}`,
  },
  // What a known device got wrong counts for as long as it could be known.
  { table: "FailureCount", gone: (ago) => Prisma.sql`"lastAt" < ${ago(deviceKnownFor + days(365))}` },
  // A session that is over still says that its device is known, and so does its last token.
  { table: "Session", gone: (ago) => Prisma.sql`"endsAt" < ${ago(deviceKnownFor)}` },
  { table: "Session", gone: (ago) => Prisma.sql`"forgottenAt" < ${ago(days(30))}` },
  // A machine has no device, and may have had a hundred thousand in an hour.
  { table: "Session", gone: (ago) => Prisma.sql`"accountId" IS NULL AND "endsAt" < ${ago(days(1))}` },
  // A day in which a code that comes again is still known for what it is.
  { table: "AuthorizationCode", gone: (ago) => Prisma.sql`"expiresAt" < ${ago(days(1))}` },
  // Told five times in vain, or by a process that died at the last of them.
  { table: "LogoutNotice", gone: (ago) => Prisma.sql`"dueAt" < ${ago(days(1))}` },
  { table: "Token", gone: (ago) => Prisma.sql`"expiresAt" < ${ago(deviceKnownFor)}` },
  // By then nothing is left of what it counted for: twenty half-lives of the slowest scope.
  { table: "PhoneCredit", gone: (ago) => Prisma.sql`"at" < ${ago(days(300))}` },
  { table: "TrafficHour", gone: (ago) => Prisma.sql`"hour" < ${ago(days(90))}` },
  { table: "RuleHour", gone: (ago) => Prisma.sql`"hour" < ${ago(days(90))}` },
  { table: "Alert", gone: (ago) => Prisma.sql`"at" < ${ago(days(90))}` },
  { table: "Budget", gone: (ago) => Prisma.sql`"endsAt" < ${ago(days(90))}` },
  { table: "LineTypeAnswer", gone: (ago) => Prisma.sql`"askedAt" < ${ago(firewallPolicy.lookup.remembered)}` },
  { table: "OpinionAnswer", gone: (ago) => Prisma.sql`"askedAt" < ${ago(firewallPolicy.opinions.remembered)}` },
  { table: "InboxMessage", gone: (ago) => Prisma.sql`"sentAt" < ${ago(days(7))}` },
  // The newest is the mode in force.
  {
    table: "ModeChange",
    gone: (ago) => Prisma.sql`"since" < ${ago(days(90))} AND "number" < (SELECT max("number") FROM "ModeChange")`,
  },
]

/** Tables that are read whole, since their moments are in no index. That happens once nothing else is left to remove. */
const readWhole: readonly Rule[] = [
  {
    table: "DrainingBudget",
    // By sixty days a few have drained, and of what was never asked for again nothing more is left.
    gone: (ago) => Prisma.sql`"at" < ${ago(days(400))}
      OR ("open" <= 5 AND "verified" = 0 AND "liftedAt" IS NULL AND "at" < ${ago(days(60))})`,
  },
  {
    table: "Exposure",
    gone: (ago) => Prisma.sql`"at" < ${ago(days(30))} AND ("until" IS NULL OR "until" < ${ago(0)})`,
  },
]

/**
 * Removes what nobody needs any more, in batches, so much in one call that it ends soon. The ledger's hours are summed up first, so that
 * a console at which nobody has looked for long need not wait for it.
 */
export const cleanUp =
  (db: Database, size: Size = batch): CleanUp =>
  async (now) => {
    await sumUp(db, now)
    const removed: Record<string, number> = {}
    let more = await forgetUntold(db, now, size)
    const apply = async (some: readonly Rule[]) => {
      for (const rule of some) {
        const { count, isDone } = await removeFrom(db, rule, now, size)
        removed[rule.table] = (removed[rule.table] ?? 0) + count
        more ||= !isDone
      }
    }
    await apply(rules)
    if (!more) await apply(readWhole)
    return { removed, more }
  }

/**
 * A message that left and was never heard of again, because its process ended between the two, may have been sent: it counts as one whose fate
 * is not known, and what it took stays taken. Each call looks at what became an hour old since the last one, and an hour before it again,
 * for what somebody was just working on.
 */
async function forgetUntold(db: Database, now: Date, { rows }: Size): Promise<boolean> {
  const [since, until] = [after(now, -days(7)), after(now, -hours(1))]
  const count = await db.$executeRaw`
    UPDATE "Decision" SET "outcome" = 'unknown', "heardAt" = ${now}::timestamptz WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM "Decision" WHERE "outcome" = 'admitted' AND "at" < ${until}::timestamptz
        AND "at" > GREATEST(${since}::timestamptz, (SELECT "until" - interval '1 hour' FROM "Progress" WHERE "of" = 'untold'))
      LIMIT ${rows} FOR UPDATE SKIP LOCKED))`
  if (count === rows) return true
  await db.$executeRaw`
    INSERT INTO "Progress" ("of", "until") VALUES ('untold', ${until}::timestamptz)
    ON CONFLICT ("of") DO UPDATE SET "until" = EXCLUDED."until"`
  return false
}

async function removeFrom(db: Database, { table, gone }: Rule, now: Date, { rows, most }: Size) {
  const name = Prisma.raw(`"${table}"`)
  const condition = gone((age) => Prisma.sql`${after(now, -age)}::timestamptz`)
  let count = 0
  for (let turn = 0; turn < most; turn++) {
    const begun = process.hrtime.bigint()
    // Whoever works on a row, or cleans up at the same time, is not waited for, nor is the disk: what comes back after a crash goes again.
    const last = await db.$executeRaw`
      DELETE FROM ${name} USING ${inPrisma(unhurried)} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${name} WHERE ${condition} LIMIT ${rows} FOR UPDATE SKIP LOCKED))`
    count += last
    if (last < rows) return { count, isDone: true }
    await setTimeout((Number(process.hrtime.bigint() - begun) / 1e6) * rests)
  }
  return { count, isDone: false }
}
