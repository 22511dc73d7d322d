import { timingSafeEqual } from "node:crypto"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"

/** A machine that may have tokens of its own (RFC 6749, 4.4). */
export type OAuthClient = { id: string; secretHash: string; scopes: string[] }

export type OAuthClients = { find(id: string): Promise<OAuthClient | undefined> }

/**
 * What is kept of a client's secret: a keyed hash, since an operator may have chosen a short one. Clients are seeded at
 * every start, so that it follows a rotation of the key.
 */
export const sealSecret = (id: string, secret: string, keys: KeyRing): string =>
  sealedName(keys, "client-secret", id, secret)

/** The clients of a configuration as they are kept. */
export const sealClients = (
  clients: readonly { id: string; secret: string; scopes: string[] }[],
  keys: KeyRing,
): OAuthClient[] => clients.map(({ id, secret, scopes }) => ({ id, scopes, secretHash: sealSecret(id, secret, keys) }))

/** Whether one of the secrets is the client's. For a client that is not there the answer is no, after the same work. */
export function holdsSecret(client: OAuthClient | undefined, secrets: readonly string[], keys: KeyRing): boolean {
  const kept = Buffer.from(client?.secretHash ?? sealedName(keys, "no client"))
  const same = secrets.map((secret) => {
    const shown = Buffer.from(sealSecret(client?.id ?? "", secret, keys))
    return shown.length === kept.length && timingSafeEqual(shown, kept)
  })
  return client !== undefined && same.includes(true)
}
