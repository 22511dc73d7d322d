import type { Auction, Catalogue, Favorable, Item, Looking, Seen } from "@/lib/discovery/catalogue"
import type { Limits, UsedUp } from "@/lib/limits/limits"
import type { Database } from "@/lib/store/database"
import { isTaken, type TakenRow, takenColumns, takeWith, taking } from "@/lib/store/limits-in-postgres"
import { type Statement, sql, unhurried } from "@/lib/store/sql"

/** The catalogue in Postgres. Looks are counted there too, by the same statement, unless there are other `limits`. */
export function catalogue(db: Database, limits: Limits | undefined): Catalogue {
  const look = looks(db, limits)
  return {
    async auctions({ limit, offset }, looking) {
      const page = sql`SELECT * FROM "Auction" ORDER BY "id" DESC LIMIT ${limit}::int OFFSET ${offset}::int`
      const answer = await look<{ auctions: Seen<AuctionJson>[] | null; total: number }>(
        sql`SELECT jsonb_build_object('total', (SELECT count(*) FROM "Auction"),
        'auctions', (SELECT jsonb_agg(${auctionJson(looking)} ORDER BY t."id" DESC) FROM (${page}) AS t))`,
        looking,
      )
      if ("taken" in answer) return answer
      const { auctions, total } = answer.found as NonNullable<typeof answer.found>
      return { auctions: (auctions ?? []).map((json) => seen(toAuction(json), looking)), total }
    },

    async auction(id, looking) {
      const one = sql`SELECT ${auctionJson(looking)} FROM "Auction" t WHERE t."id" = ${id}::int`
      const answer = await look<Seen<AuctionJson>>(one, looking)
      if ("taken" in answer) return answer
      return answer.found ? seen(toAuction(answer.found), looking) : undefined
    },

    async item(id, looking) {
      const one = sql`SELECT to_jsonb(t) || jsonb_build_object('isFavorite', ${isFavorite("item", looking)})
      FROM "Item" t WHERE t."id" = ${id}::int`
      const answer = await look<Seen<Item>>(one, looking)
      if ("taken" in answer) return answer
      return answer.found ? seen(answer.found, looking) : undefined
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
  }
}

/** What a scalar query finds, for whoever may look; or the budget that is used up. */
const looks =
  (db: Database, limits: Limits | undefined) =>
  async <Found>(query: Statement, { budget, now }: Looking): Promise<{ found: Found | null } | UsedUp> => {
    if (!limits) {
      const statement = sql`
        WITH ${taking([budget], now)} SELECT ${takenColumns}, CASE WHEN ${isTaken} THEN (${query}) END AS "found" FROM ${unhurried}`
      const answer = await takeWith<TakenRow & { found: Found | null }>(db.sql, [budget], now, statement)
      return answer.taken === false ? answer : { found: answer.found }
    }
    // Only comfort is at stake, so an outage of the limits lets in.
    const turn = limits.take([budget], now).catch(() => ({ taken: true as const }))
    const [taken, [row]] = await Promise.all([turn, db.sql.rows<{ found: Found }>(sql`SELECT (${query}) AS "found"`)])
    return taken.taken ? { found: row?.found ?? null } : taken
  }

const isFavorite = (kind: Favorable, { accountId }: Looking): Statement => sql`
  EXISTS (SELECT FROM "Favorite" f WHERE f."accountId" = ${accountId ?? null}::text AND f."kind" = ${kind} AND f."targetId" = t."id")`

const auctionJson = (looking: Looking): Statement => sql`
  jsonb_build_object('id', t."id", 'name', t."name", 'startsAt', t."startsAt", 'endsAt', t."endsAt",
    'itemCount', (SELECT count(*) FROM "Item" i WHERE i."auctionId" = t."id"),
    'isFavorite', ${isFavorite("auction", looking)})`

type AuctionJson = Omit<Auction, "startsAt" | "endsAt"> & { startsAt: string; endsAt: string }

const toAuction = ({ startsAt, endsAt, ...rest }: Seen<AuctionJson>): Seen<Auction> => ({
  ...rest,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

/** Whoever is not signed in has no favourites, and hears of none. */
function seen<T>({ isFavorite, ...thing }: Seen<T>, { accountId }: Looking): Seen<T> {
  return (accountId === undefined ? thing : { ...thing, isFavorite }) as Seen<T>
}

const exists = async (db: Database, kind: Favorable, id: number) =>
  (kind === "auction" ? await db.auction.count({ where: { id } }) : await db.item.count({ where: { id } })) === 1
