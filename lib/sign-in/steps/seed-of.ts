import type { Challenge } from "@/lib/challenge/challenge"
import type { Key, KeyRing } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { opening } from "@/lib/session/token"
import type { Caller } from "@/lib/sign-in/core"

/** What a session and its tokens are made of. */
export type Seed = { sessionId: string; secret: string; refreshSecret: string }

/**
 * What a challenge opens for this caller: the same for whoever sends the same again, and for nobody else, without anything readable
 * being stored. A browser is told by the token in its sealed cookie, wherever it calls from. Any other caller is who calls from the same
 * network, as the same client and program, and shows the same bearer token. Undefined where a caller cannot be told from others.
 */
export function seedOf({ id, keyId }: Challenge, caller: Caller, keys: KeyRing): Seed | undefined {
  const key = keys.find(keyId)
  const { address, audience, client, userAgent, bearer, device, newBrowserToken } = caller
  if (!key || (address === undefined && newBrowserToken === undefined)) return undefined
  const who = newBrowserToken === undefined ? [networkOf(address), userAgent, bearer, device] : [newBrowserToken]
  return seedFrom(JSON.stringify([id, audience, client, who.map((part) => part ?? null)]), key)
}

/** The same of anything that nobody else knows. */
export const seedFrom = (about: string, key: Key): Seed => ({
  sessionId: asId(opening("session", about, key)),
  secret: opening("access", about, key),
  refreshSecret: opening("refresh", about, key),
})

/** Ids are UUIDs, and this one is of our own making (RFC 9562, 5.8). */
const asId = (secret: string): string => {
  const hex = Buffer.from(secret, "base64url").toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  )
}
