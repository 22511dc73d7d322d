import type { Auction, Catalogue, Favorable, Item, Looking, Page, Seen } from "@/lib/discovery/catalogue"
import { sealedName } from "@/lib/keys/key-ring"
import type { UsedUp } from "@/lib/limits/limits"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { type No, refuse } from "@/lib/refusal"
import type { Core, Member, Visitor } from "@/lib/sign-in/core"
import { takeOwnTurn } from "@/lib/sign-in/steps/take-turn"

/** What these verbs need beside the core. */
export type DiscoveryCore = Core & { catalogue: Catalogue }

type Needs = Pick<DiscoveryCore, "catalogue" | "keys" | "now">

/** The longest page of a list. */
export const longestPage = 100

/** One page of the auctions, newest first. Past the end it is empty; `limit` 0 only counts. */
export type AuctionPage = Page & { auctions: Seen<Auction>[]; total: number }

/** One page of the auctions. */
export async function browseAuctions(page: Page, visitor: Visitor, core: Needs): Promise<AuctionPage | No<"limited">> {
  const found = await core.catalogue.auctions(page, lookOf("auctions", visitor, core))
  return "taken" in found ? limited(found) : { ...found, ...page }
}

/** One auction, or `not-found`. */
export async function showAuction(
  { id }: { id: number },
  visitor: Visitor,
  core: Needs,
): Promise<Seen<Auction> | No<"limited" | "not-found">> {
  return answer(await core.catalogue.auction(id, lookOf("auction", visitor, core)))
}

/** One item, or `not-found`. */
export async function showItem(
  { id }: { id: number },
  visitor: Visitor,
  core: Needs,
): Promise<Seen<Item> | No<"limited" | "not-found">> {
  return answer(await core.catalogue.item(id, lookOf("item", visitor, core)))
}

/** Marks or unmarks a favourite, so many of which an account may. Doing it twice is doing it once. */
export async function setFavorite(
  { kind, id, favorite }: { kind: Favorable; id: number; favorite: boolean },
  member: Member,
  core: Needs & Pick<Core, "limits">,
): Promise<undefined | No<"limited" | "not-found">> {
  const { signedIn } = member
  const { catalogue, now } = core
  const full = await takeOwnTurn(policy.favorites, signedIn.account.id, member, core, {})
  if (full) return full
  const known = favorite
    ? await catalogue.mark(signedIn.account.id, kind, id, now())
    : await catalogue.unmark(signedIn.account.id, kind, id)
  return known ? undefined : refuse({ kind: "not-found" })
}

/** A signed-in visitor is counted by account, anyone else by network. */
function lookOf(endpoint: string, { realm, address, signedIn }: Visitor, { keys, now }: Needs): Looking {
  const who = signedIn ? `account ${signedIn.account.id}` : networkOf(address)
  const key = sealedName(keys, "discovery", realm, endpoint, who)
  return { accountId: signedIn?.account.id, budget: { key, quota: policy.discovery }, now: now() }
}

const answer = <Thing extends object>(found: Thing | UsedUp | undefined) =>
  found === undefined ? refuse({ kind: "not-found" }) : "taken" in found ? limited(found) : found

const limited = ({ quota, retryAt }: UsedUp): No<"limited"> => refuse({ kind: "limited", retryAt, quota })
