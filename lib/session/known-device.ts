import type { ShownDevice } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"

/** What callers may show of their device: a bearer token, and the browser's device tokens. Here they open nothing. */
export type DeviceProof = { bearer?: string | undefined; browserTokens?: readonly string[] | undefined }

/** The hashes of what a caller shows of its device; undefined where it shows nothing. */
export function shownBy({ bearer, browserTokens = [] }: DeviceProof): ShownDevice | undefined {
  if (bearer === undefined && browserTokens.length === 0) return undefined
  return { browserHashes: browserTokens.map(hashToken), tokenHash: bearer === undefined ? null : hashToken(bearer) }
}
