import type { Key } from "@/lib/keys/key-ring"
import { following } from "@/lib/session/token"

/** What a trusted browser holds: the name of its trust, which stays, and a secret, which each use replaces. */
export const trustToken = (id: string, secret: string): string => `${id}.${secret}`

/** The trust that a token names; that of nobody where it is none of ours. */
export const trustIdOf = (token: string): string => /^([\w-]+)\.[\w-]+$/.exec(token)?.[1] ?? ""

/** The token that follows at its use: always the same one, so that two uses at once are answered alike. */
export const nextTrustToken = (token: string, key: Key): string =>
  trustToken(trustIdOf(token), following(token, "refresh", key))
