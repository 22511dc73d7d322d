/** An auction or an item that can be somebody's favourite. */
export type Favorable = "auction" | "item"

export type Auction = { id: number; name: string; startsAt: Date; endsAt: Date; itemCount: number }
export type Item = { id: number; auctionId: number; name: string; description: string; startingPrice: number }

/** What anybody may browse, and what an account marked in it. */
export type Catalogue = {
  auctions(limit: number, offset: number): Promise<{ auctions: Auction[]; total: number }>
  auction(id: number): Promise<Auction | undefined>
  item(id: number): Promise<Item | undefined>
  favorites(accountId: string, kind: Favorable, ids: number[]): Promise<Set<number>>
  /** Marks or unmarks; doing it twice is doing it once. Answers false where there is no such thing. */
  mark(accountId: string, kind: Favorable, id: number, now: Date): Promise<boolean>
  unmark(accountId: string, kind: Favorable, id: number): Promise<boolean>
}
