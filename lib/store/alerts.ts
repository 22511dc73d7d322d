import { toDollars } from "@/lib/firewall/money"
import type { Traffic } from "@/lib/firewall/traffic"
import type { Alert } from "@/lib/machines/alerts"
import { consoleFigures } from "@/lib/store/console-figures"
import type { Database } from "@/lib/store/database"
import { sql } from "@/lib/store/sql"
import { after, dayOf, days, hours, minutes } from "@/lib/time"

/** Whether this process is the one that sends the alert of this key: of all that ask, in all processes, one is told so. */
export async function claimAlert({ sql: door }: Pick<Database, "sql">, key: string, at: Date): Promise<boolean> {
  const claimed = await door.run(sql`
    INSERT INTO "Alert" ("key", "at") VALUES (${key}, ${at}::timestamptz) ON CONFLICT ("key") DO NOTHING`)
  return claimed === 1
}

/** Below so many verified sign-ins a day's cost says little. */
const fewest = 20

/** Whether a verified sign-in costs twice as much today as it did in the seven days before. */
export async function costAlerts(db: Pick<Database, "sql">, now: Date): Promise<Alert[]> {
  const today = dayOf(now)
  const found = await consoleFigures(db, () => now).byDay(after(today, -days(7)))
  const costOf = (some: readonly Traffic[]) => {
    const verified = some.reduce((sum, day) => sum + day.verified, 0)
    return verified < fewest ? undefined : some.reduce((sum, day) => sum + day.spent, 0) / verified
  }
  const [cost, before] = [costOf(found.filter(({ at }) => at >= today)), costOf(found.filter(({ at }) => at < today))]
  if (!cost || !before || cost < 2 * before) return []
  const data = { dollars: toDollars(cost), dollarsBefore: toDollars(before) }
  return [{ key: `cost:${today.toISOString().slice(0, 10)}`, type: "cost", data, why: "/admin#days" }]
}

/** How many messages must be without news before a sender is said to tell none. */
const unheard = 10

/**
 * Senders that told nothing of the last hour's messages, and did of those of the day before. News takes minutes: younger messages are not
 * looked at.
 */
export async function receiptAlerts({ sql: door }: Pick<Database, "sql">, now: Date): Promise<Alert[]> {
  const hourAgo = after(now, -hours(1))
  const rows = await door.rows<{ sender: string; count: number }>(sql`
    SELECT "sender", (count(*) FILTER (WHERE "at" >= ${hourAgo}::timestamptz))::int AS "count" FROM "Decision"
    WHERE "at" >= ${after(now, -days(1))}::timestamptz AND "at" < ${after(now, -minutes(15))}::timestamptz
      AND "sender" IS NOT NULL AND "outcome" IN ('accepted', 'sent', 'delivered', 'undelivered')
    GROUP BY "sender"
    HAVING count(*) FILTER (WHERE "at" >= ${hourAgo}::timestamptz) >= ${unheard}
      AND count(*) FILTER (WHERE "at" >= ${hourAgo}::timestamptz AND "outcome" <> 'accepted') = 0
      AND count(*) FILTER (WHERE "at" < ${hourAgo}::timestamptz AND "outcome" <> 'accepted') > 0`)
  return rows.map(({ sender, count }) => ({
    key: `receipts:${sender}:${now.toISOString().slice(0, 10)}`,
    type: "receipts",
    data: { sender, messagesWithoutNews: count },
    why: "/admin#decisions",
  }))
}
