import { z } from "zod"
import type { DialectDocs, OperationDocs, Shown } from "@/lib/dialects/operation"
import type { handbid } from "."
import { auction, auctionExample, item, itemExample } from "./answers"

const id: Shown = { type: "integer", example: 1 }

const favorite = (summary: string, example: number): OperationDocs => ({
  summary,
  description: "Doing it twice is doing it once. Ours: the published pages have none.",
  fields: { id: { ...id, example } },
  answer: { status: 204, description: "Done." },
  refuses: ["not-found", "limited"],
})

type Discovery = "auctions" | "auction" | "item" | "auctionFavorite" | "itemFavorite"

/** What the API reference says of the discovery paths. */
export const discovery: Pick<DialectDocs<typeof handbid>["operations"], Discovery> = {
  auctions: {
    GET: {
      summary: "List auctions",
      description: "`limit=0` only counts. Past the end the list is empty.",
      fields: {
        limit: { type: "integer", minimum: 0, maximum: 100, default: 25, pattern: undefined, example: 25 },
        offset: { type: "integer", minimum: 0, default: 0, pattern: undefined, example: 0 },
      },
      wrong: [{ limit: "101" }],
      answer: {
        status: 200,
        description: "One page.",
        body: z
          .object({ data: z.array(auction), totalCount: z.int(), limit: z.int(), offset: z.int() })
          .meta({ title: "HandbidAuctionPage" }),
        example: { data: [auctionExample], totalCount: 1, limit: 25, offset: 0 },
      },
      refuses: ["limited"],
    },
  },
  auction: {
    GET: {
      summary: "Show an auction",
      fields: { id },
      answer: { status: 200, description: "The auction.", body: auction, example: auctionExample },
      refuses: ["not-found", "limited"],
    },
  },
  item: {
    GET: {
      summary: "Show an item",
      fields: { id: { ...id, example: 101 } },
      answer: { status: 200, description: "The item.", body: item, example: { ...itemExample, isFavorite: true } },
      refuses: ["not-found", "limited"],
    },
  },
  auctionFavorite: {
    PUT: favorite("Make an auction a favourite", 1),
    DELETE: favorite("Make an auction no favourite", 1),
  },
  itemFavorite: {
    PUT: favorite("Make an item a favourite", 101),
    DELETE: favorite("Make an item no favourite", 101),
  },
}
