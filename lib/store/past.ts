import type { Past } from "@/lib/firewall/replay/replay"
import type { Database } from "@/lib/store/database"

/** Between two batches others have their turn. */
const batch = 500

/** The ledger's decisions since `since`, oldest first, a batch at a time: of more than `most` rows the newest. */
export async function* pastOf(db: Database, since: Date, most?: number): AsyncGenerator<Past> {
  let from = { at: (most && (await oldestOf(db, since, most))) || since, id: "" }
  for (;;) {
    const later = [{ at: { gt: from.at } }, { at: from.at, id: { gt: from.id } }]
    const rows = await db.decision.findMany({
      // The first condition says nothing new, and is the one by which the index begins there.
      where: { at: { gte: from.at }, OR: later },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: batch,
    })
    for (const row of rows)
      yield {
        ...row,
        realm: row.realm as Past["realm"],
        channel: row.channel as Past["channel"],
        to: row.to as Past["to"],
        lane: row.lane as Past["lane"],
        whose: row.whose as Past["whose"],
        captcha: row.captcha as Past["captcha"],
        paid: row.finalPrice ?? row.reserved,
      }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    from = last
  }
}

/** When the oldest of the newest `most` decisions was made; undefined where there are no more than these. */
async function oldestOf(db: Database, since: Date, most: number): Promise<Date | undefined> {
  const where = { at: { gte: since } }
  const row = await db.decision.findFirst({ where, orderBy: [{ at: "desc" }], skip: most, select: { at: true } })
  return row?.at
}
