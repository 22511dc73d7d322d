import type { Auction, Catalogue, Favorable, Item, Looking, Page, Seen } from "@/lib/discovery/catalogue"
import type { Limits, UsedUp } from "@/lib/limits/limits"
import type { Database } from "@/lib/store/database"
import { rowsOf, type Statement, sql, unhurried } from "@/lib/store/sql"
import { type Taker, takerColumns, takersOf, takingTogether } from "@/lib/store/take-together"
import { together } from "@/lib/store/together"

/**
 * The catalogue in Postgres. Looks are counted there too, by the same statement, unless there are other `limits`. Whoever looks in
 * the same moment shares a statement.
 */
export function catalogue(db: Database, limits: Limits | undefined): Catalogue {
  const look = looks(db, limits)
  const auctions = look<Page, { auctions: Seen<AuctionJson>[] | null; total: number }>(sql`
    SELECT jsonb_build_object('total', (SELECT count(*) FROM "Auction"), 'auctions', (
      SELECT jsonb_agg(${auctionJson} ORDER BY t."id" DESC)
      FROM (SELECT * FROM "Auction" ORDER BY "id" DESC LIMIT v."limit" OFFSET v."offset") AS t))`)
  const auction = look<One, Seen<AuctionJson>>(sql`SELECT ${auctionJson} FROM "Auction" t WHERE t."id" = v."id"`)
  const item = look<One, Seen<Item>>(sql`
    SELECT to_jsonb(t) || jsonb_build_object('isFavorite', ${isFavorite("item")}) FROM "Item" t WHERE t."id" = v."id"`)
  return {
    async auctions(page, looking) {
      const answer = await auctions(page, looking)
      if ("taken" in answer) return answer
      const { auctions: found, total } = answer.found as NonNullable<typeof answer.found>
      return { auctions: (found ?? []).map((json) => seen(toAuction(json), looking)), total }
    },

    async auction(id, looking) {
      const answer = await auction({ id }, looking)
      if ("taken" in answer) return answer
      return answer.found ? seen(toAuction(answer.found), looking) : undefined
    },

    async item(id, looking) {
      const answer = await item({ id }, looking)
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

/** What a visitor asks for: a page, or one thing by its id. */
type One = { id: number }
type View<Wanted> = { wanted: Wanted; accountId: string | undefined }

/** What a scalar query finds for a visitor `v`, for whoever may look; or the budget that is used up. */
const looks =
  (db: Database, limits: Limits | undefined) =>
  <Wanted extends Page | One, Found>(query: Statement) => {
    const visitors = (views: readonly View<Wanted>[]): Statement => sql`
      jsonb_to_recordset(${rowsOf(views.map(({ wanted, accountId }, item) => ({ item, accountId, ...wanted })))}::jsonb)
        AS v("item" int, "accountId" text, "id" int, "limit" int, "offset" int)`
    const counted = takersOf<Taker & View<Wanted>, { found: Found | null }>(
      db.sql,
      (lot, now) => sql`
        WITH ${takingTogether(lot, now)}
        SELECT ${takerColumns}, CASE WHEN k."holds" THEN (${query}) END AS "found"
        FROM takers k JOIN ${visitors(lot)} ON v."item" = k."item", ${unhurried}`,
    )
    const uncounted = together(async (lot: readonly View<Wanted>[]) =>
      db.sql.rows<{ found: Found | null }>(sql`SELECT (${query}) AS "found" FROM ${visitors(lot)} ORDER BY v."item"`),
    )
    return async (wanted: Wanted, { budget, now, accountId }: Looking): Promise<{ found: Found | null } | UsedUp> => {
      if (!limits) return counted({ wanted, accountId, budgets: [budget], now })
      // Only comfort is at stake, so an outage of the limits lets in.
      const turn = limits.take([budget], now).catch(() => ({ taken: true as const }))
      const [taken, answer] = await Promise.all([turn, uncounted({ wanted, accountId })])
      return taken.taken ? answer : taken
    }
  }

const isFavorite = (kind: Favorable): Statement => sql`
  EXISTS (SELECT FROM "Favorite" f WHERE f."accountId" = v."accountId" AND f."kind" = ${kind} AND f."targetId" = t."id" OFFSET 0)`

const auctionJson: Statement = sql`
  jsonb_build_object('id', t."id", 'name', t."name", 'startsAt', t."startsAt", 'endsAt', t."endsAt",
    'itemCount', (SELECT count(*) FROM "Item" i WHERE i."auctionId" = t."id"),
    'isFavorite', ${isFavorite("auction")})`

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
