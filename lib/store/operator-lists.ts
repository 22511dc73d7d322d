import type { ListEntry, OperatorLists } from "@/lib/firewall/operator-list"
import type { Database } from "@/lib/store/database"

/** What operators blocked and allowed, in Postgres. */
export const operatorLists = (db: Database): OperatorLists => ({
  async read() {
    const rows = await db.operatorEntry.findMany({ orderBy: [{ kind: "asc" }, { value: "asc" }] })
    return rows.map((row) => ({
      ...row,
      kind: row.kind as ListEntry["kind"],
      effect: row.effect as ListEntry["effect"],
    }))
  },
  async put(entry) {
    const { kind, value } = entry
    await db.operatorEntry.upsert({
      where: { kind_value: { kind, value } },
      create: { ...entry },
      update: { ...entry },
    })
  },
  async remove({ kind, value }) {
    await db.operatorEntry.deleteMany({ where: { kind, value } })
  },
})
