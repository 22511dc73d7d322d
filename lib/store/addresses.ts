import type { Addresses } from "@/lib/account/address"
import type { Database } from "@/lib/store/database"

/** Addresses in Postgres. */
export const addresses = (db: Database): Addresses => ({
  async of(accountId) {
    const rows = await db.address.findMany({ where: { accountId }, orderBy: { id: "asc" } })
    return rows.map(({ id, districtId, street, flat, building }) => ({ id, districtId, street, flat, building }))
  },
})
