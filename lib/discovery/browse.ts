import type { Auction, Catalogue, Favorable, Item } from "@/lib/discovery/catalogue"
import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { type Refusal, refuse } from "@/lib/refusal"
import type { Core, Member, Visitor } from "@/lib/sign-in/core"
import { takeOwnTurn } from "@/lib/sign-in/steps/take-turn"

/** What these verbs need beside the core. */
export type DiscoveryCore = Core & { catalogue: Catalogue }

/** A thing as this visitor sees it. `isFavorite` is there for somebody signed in, and only then. */
export type Seen<T> = T & { isFavorite?: boolean }

/** The longest page of a list. */
export const longestPage = 100

export type Page = { limit: number; offset: number }

/** One page of the auctions, newest first. Past the end it is empty; `limit` 0 only counts. */
export type AuctionPage = Page & { auctions: Seen<Auction>[]; total: number }

export async function browseAuctions(
  page: Page,
  visitor: Visitor,
  ports: DiscoveryCore,
): Promise<AuctionPage | Refusal> {
  const limited = await takeTurn("auctions", visitor, ports)
  if (limited) return limited
  const { auctions, total } = await ports.catalogue.auctions(page.limit, page.offset)
  return { auctions: await markFavorites("auction", auctions, visitor, ports), total, ...page }
}

/** One auction, or `not-found`. */
export async function showAuction(
  { id }: { id: number },
  visitor: Visitor,
  ports: DiscoveryCore,
): Promise<Seen<Auction> | Refusal> {
  return show("auction", id, visitor, ports)
}

/** One item, or `not-found`. */
export async function showItem(
  { id }: { id: number },
  visitor: Visitor,
  ports: DiscoveryCore,
): Promise<Seen<Item> | Refusal> {
  return show("item", id, visitor, ports)
}

/** Marks or unmarks a favourite, so many of which an account may. Doing it twice is doing it once. */
export async function setFavorite(
  { kind, id, favorite }: { kind: Favorable; id: number; favorite: boolean },
  member: Member,
  ports: DiscoveryCore,
): Promise<undefined | Refusal> {
  const { signedIn } = member
  const { catalogue, now } = ports
  const limited = await takeOwnTurn(policy.favorites, signedIn.account.id, member, ports, {})
  if (limited) return limited
  const known = favorite
    ? await catalogue.mark(signedIn.account.id, kind, id, now())
    : await catalogue.unmark(signedIn.account.id, kind, id)
  return known ? undefined : refuse({ kind: "not-found" })
}

async function show<K extends Favorable>(kind: K, id: number, visitor: Visitor, ports: DiscoveryCore) {
  const limited = await takeTurn(kind, visitor, ports)
  if (limited) return limited
  type Thing = K extends "auction" ? Auction : Item
  const found = (await ports.catalogue[kind](id)) as Thing | undefined
  if (!found) return refuse({ kind: "not-found" })
  const [seen] = await markFavorites(kind, [found], visitor, ports)
  return seen as Seen<Thing>
}

async function markFavorites<T extends { id: number }>(
  kind: Favorable,
  things: T[],
  { signedIn }: Visitor,
  ports: DiscoveryCore,
) {
  if (!signedIn) return things as Seen<T>[]
  const ids = things.map((thing) => thing.id)
  const favorites = await ports.catalogue.favorites(signedIn.account.id, kind, ids)
  return things.map((thing): Seen<T> => ({ ...thing, isFavorite: favorites.has(thing.id) }))
}

/** Somebody signed in is counted by account, anybody else by network. Only comfort is at stake, so an outage lets in. */
async function takeTurn(endpoint: string, { realm, address, signedIn }: Visitor, { limits, keys, now }: DiscoveryCore) {
  const who = signedIn ? `account ${signedIn.account.id}` : networkOf(address)
  const key = sealedName(keys, "discovery", realm, endpoint, who)
  const answer = await limits.take([{ key, quota: policy.discovery }], now()).catch(() => ({ taken: true as const }))
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota: policy.discovery })
}
