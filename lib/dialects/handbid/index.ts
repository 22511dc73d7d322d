import { type Answer, type Dialect, operation, pathsOf } from "@/lib/dialects/operation"
import { browseAuctions, type DiscoveryCore, setFavorite, showAuction, showItem } from "@/lib/discovery/browse"
import { checkEmail } from "@/lib/sign-in/check-email"
import { refresh } from "@/lib/sign-in/refresh"
import { register } from "@/lib/sign-in/register"
import { resendPin } from "@/lib/sign-in/resend-pin"
import { revoke, signOut } from "@/lib/sign-in/sign-out"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { verifyPin } from "@/lib/sign-in/verify-pin"
import { problems, refusals } from "./refusals"
import * as wire from "./wire"

/** The OAuth client ids of V3 (published: "V3 requires ios, android, web, ogac, vt, connectNGo, or zap"). */
export const clients = ["ios", "android", "web", "ogac", "vt", "connectNGo", "zap"] as const

/** The Handbid V3 API: who calls it, and how it says no. */
export const dialect: Dialect = {
  name: "handbid",
  allowHeaders: ["X-Client-Id"],
  caller(headers, from) {
    const client = headers.get("x-client-id") ?? "web"
    if (!clients.some((known) => known === client))
      return { field: "X-Client-Id", problem: `X-Client-Id must be one of ${clients.join(", ")}` }
    return { realm: "handbid", audience: "handbid", client, ...from }
  },
  refusals,
  problems,
}

const done = (): Answer => ({ status: 204 })
const tokens = ({ accessToken, refreshToken, expiresIn }: Tokens): Answer => ({
  status: 200,
  body: { accessToken, refreshToken, expiresIn },
})

/** The paths of the sign-in flow. */
const signInPaths = {
  emailCheck: {
    url: "/v3/auth/email-check",
    POST: operation({
      read: wire.emailCheckRequest,
      run: checkEmail,
      // The reference says `exists`, the operation's own page `userFound`: clients of both are in the field.
      write: ({ exists }) => ({ status: 200, body: { exists, userFound: exists } }),
    }),
  },
  register: {
    url: "/v3/auth/register",
    POST: operation({
      read: wire.registerRequest,
      run: register,
      write: ({ phone }) => ({ status: 201, body: { phoneLastFourDigits: phone.e164.slice(-4) } }),
    }),
  },
  resendPin: {
    url: "/v3/auth/resend-pin",
    POST: operation({
      read: wire.resendPinRequest,
      run: resendPin,
      write: () => ({ status: 202, body: {} }),
    }),
  },
  verifyPin: {
    url: "/v3/auth/verify-pin",
    POST: operation({ read: wire.verifyPinRequest, run: verifyPin, write: tokens }),
  },
  refreshToken: {
    url: "/auth/refresh-token",
    POST: operation({ read: wire.refreshRequest, run: refresh, write: tokens }),
  },
  revoke: { url: "/v3/auth/revoke", POST: operation({ read: wire.refreshRequest, run: revoke, write: done }) },
  logout: {
    url: "/v3/auth/logout",
    POST: operation({ read: wire.nothingRequest, token: "required", run: signOut, write: done }),
  },
}

const favorite = (kind: "auction" | "item", marked: boolean) =>
  operation({
    read: wire.oneRequest,
    token: "required",
    run: ({ id }, member, core: DiscoveryCore) => setFavorite({ kind, id, favorite: marked }, member, core),
    write: done,
  })

/** The discovery paths, where a token is optional, and the favourites that make it worth having. */
const discoveryPaths = {
  auctions: {
    url: "/v3/auctions",
    GET: operation({
      read: wire.listRequest,
      token: "optional",
      run: browseAuctions,
      write: ({ auctions, total, limit, offset }) => ({
        status: 200,
        body: { data: auctions.map(wire.auctionBody), totalCount: total, limit, offset },
      }),
    }),
  },
  auction: {
    url: "/v3/auctions/{id}",
    GET: operation({
      read: wire.oneRequest,
      token: "optional",
      run: showAuction,
      write: (auction) => ({ status: 200, body: wire.auctionBody(auction) }),
    }),
  },
  item: {
    url: "/v3/item/{id}",
    GET: operation({
      read: wire.oneRequest,
      token: "optional",
      run: showItem,
      write: (item) => ({ status: 200, body: wire.itemBody(item) }),
    }),
  },
  auctionFavorite: {
    url: "/v3/auctions/{id}/favorite",
    PUT: favorite("auction", true),
    DELETE: favorite("auction", false),
  },
  itemFavorite: { url: "/v3/item/{id}/favorite", PUT: favorite("item", true), DELETE: favorite("item", false) },
}

/** Every path of the dialect. */
export const handbid = pathsOf(dialect, { ...signInPaths, ...discoveryPaths })
