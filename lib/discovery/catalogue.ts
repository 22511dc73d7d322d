import type { Asked, UsedUp } from "@/lib/limits/limits"

/** An auction or an item that can be a person's favourite. */
export type Favorable = "auction" | "item"

export type Auction = { id: number; name: string; startsAt: Date; endsAt: Date; itemCount: number }
export type Item = { id: number; auctionId: number; name: string; description: string; startingPrice: number }

/** A thing as this visitor sees it. `isFavorite` is there for signed-in visitors only. */
export type Seen<T> = T & { isFavorite?: boolean }

export type Page = { limit: number; offset: number }

/** Who looks: their account, if they are signed in, and the budget that one look is taken from. */
export type Looking = { accountId: string | undefined; budget: Asked; now: Date }

/** What anyone may browse, and what an account marked in it. To look costs one round trip, or two side by side. */
export type Catalogue = {
  /** One page of the auctions, newest first, and how many there are. */
  auctions(page: Page, looking: Looking): Promise<{ auctions: Seen<Auction>[]; total: number } | UsedUp>
  auction(id: number, looking: Looking): Promise<Seen<Auction> | undefined | UsedUp>
  item(id: number, looking: Looking): Promise<Seen<Item> | undefined | UsedUp>
  /** Marks or unmarks; doing it twice is doing it once. Answers false where there is no such thing. */
  mark(accountId: string, kind: Favorable, id: number, now: Date): Promise<boolean>
  unmark(accountId: string, kind: Favorable, id: number): Promise<boolean>
}
