import type { Catalogue, Favorable } from "@/lib/discovery/catalogue"
import type { Database } from "@/lib/store/database"
import type { Auction as AuctionRow } from "@/prisma/generated/client"

/** The catalogue in Postgres. */
export const catalogue = (db: Database): Catalogue => ({
  async auctions(limit, offset) {
    const [rows, total] = await Promise.all([
      limit === 0
        ? []
        : db.auction.findMany({ orderBy: { id: "desc" }, take: limit, skip: offset, include: itemCount }),
      db.auction.count(),
    ])
    return { auctions: rows.map(toAuction), total }
  },

  async auction(id) {
    const row = await db.auction.findUnique({ where: { id }, include: itemCount })
    return row ? toAuction(row) : undefined
  },

  async item(id) {
    const row = await db.item.findUnique({ where: { id } })
    if (!row) return undefined
    const { auctionId, name, description, startingPrice } = row
    return { id: row.id, auctionId, name, description, startingPrice }
  },

  async favorites(accountId, kind, ids) {
    const rows = await db.favorite.findMany({ where: { accountId, kind, targetId: { in: ids } } })
    return new Set(rows.map((row) => row.targetId))
  },

  async mark(accountId, kind, id, now) {
    if (!(await exists(db, kind, id))) return false
    const row = { accountId, kind, targetId: id, createdAt: now }
    await db.favorite.createMany({ data: [row], skipDuplicates: true })
    return true
  },

  async unmark(accountId, kind, id) {
    if (!(await exists(db, kind, id))) return false
    await db.favorite.deleteMany({ where: { accountId, kind, targetId: id } })
    return true
  },
})

const exists = async (db: Database, kind: Favorable, id: number) =>
  (kind === "auction" ? await db.auction.count({ where: { id } }) : await db.item.count({ where: { id } })) === 1

const itemCount = { _count: { select: { items: true } } } as const

const toAuction = ({ id, name, startsAt, endsAt, _count }: AuctionRow & { _count: { items: number } }) => ({
  id,
  name,
  startsAt,
  endsAt,
  itemCount: _count.items,
})
