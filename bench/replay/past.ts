import type { Database } from "@/lib/store/database"
import type { Past } from "./run"

const batch = 2000

/** The ledger's decisions since `since`, oldest first, a batch at a time. */
export async function* pastOf(db: Database, since: Date): AsyncGenerator<Past> {
  let from = { at: since, id: "" }
  for (;;) {
    const later = [{ at: { gt: from.at } }, { at: from.at, id: { gt: from.id } }]
    const rows = await db.decision.findMany({
      where: { OR: later },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      take: batch,
    })
    for (const row of rows)
      yield {
        ...row,
        realm: row.realm as Past["realm"],
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
