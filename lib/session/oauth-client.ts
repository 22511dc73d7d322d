import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { Asked, UsedUp } from "@/lib/limits/limits"
import type { Duration } from "@/lib/time"

/** A machine that may have tokens of its own (RFC 6749, 4.4), or an app that people sign in to (4.1). */
export type OAuthClient = {
  id: string
  /** Null for an app that can keep no secret: a page or a phone's (RFC 6749, 2.1). */
  secretHash: string | null
  scopes: string[]
} & AppSettings

/** What an app has beyond a machine. Without a `redirectUris` nobody signs in to it. */
export type AppSettings = {
  /** What people are told that it is called. */
  name: string | null
  redirectUris: string[]
  postLogoutRedirectUris: string[]
  /** Where it is told that a session of its people ended (OpenID Connect Back-Channel Logout 1.0); null where it is not. */
  backchannelLogoutUri: string | null
  /** An app of our own, which nobody is asked about. */
  firstParty: boolean
}

/** A client as the configuration names it. */
export type ConfiguredClient = { id: string; secret?: string | undefined; scopes: string[] } & Partial<AppSettings>

/** What a caller shows to be a machine, in each way that it may be meant. */
export type ShownSecret = {
  id: string
  secretHashes: readonly string[]
  /** A wrong secret takes one of these, which all callers of its network share. */
  tries: Asked
  /** The name of the count of wrong secrets in a row, on which waits grow. */
  failures: string
}

/**
 * Which machine it is; or that a secret is wrong, and for a client that there is, which. `waiting`: it is wrong, and a wait runs.
 * A machine that got a few wrong before has what those took given back.
 */
export type Authenticated =
  | { is: "right"; client: OAuthClient }
  | { is: "wrong"; client: string | undefined }
  | { is: "waiting"; wait: Duration; retryAt: Date }
  | ({ is: "limited" } & UsedUp)

export type OAuthClients = {
  /** The client of this id, whether or not it has shown to be it. */
  find(id: string): Promise<OAuthClient | undefined>
  /** Where apps that keep no secret are answered: their `redirectUris`. */
  publicAddresses(): Promise<string[]>
  /**
   * Compares and counts in one statement: a wrong secret costs a try before anybody learns that it was wrong, and with the tries
   * used up none is looked at. Of a thousand at once no more are.
   */
  authenticate(shown: ShownSecret, now: Date): Promise<Authenticated>
}

/**
 * Whether a page of this origin is among the addresses of apps. One that is registered as an address of the machine itself, without a port,
 * stands for each port (RFC 8252, 7.3).
 */
export const hasPageAt = (origin: string, addresses: readonly string[]): boolean =>
  addresses.some((address) => {
    const { protocol, origin: own } = new URL(address)
    const isNative = /^http:\/\/(127\.0\.0\.1|\[::1\])\//.test(address)
    return protocol.startsWith("http") && (own === origin || (isNative && own === origin.replace(/:\d{1,5}$/, "")))
  })

/**
 * What is kept of a client's secret: a keyed hash, since an operator may have chosen a short one. Clients are seeded at every
 * start, so that it follows a rotation of the key. No caller can steer what it is compared by, so that the time of a comparison
 * tells nothing.
 */
export const sealSecret = (id: string, secret: string, keys: KeyRing): string =>
  sealedName(keys, "client-secret", id, secret)

/** The clients of a configuration as they are kept. */
export const sealClients = (clients: readonly ConfiguredClient[], keys: KeyRing): OAuthClient[] =>
  clients.map(({ id, secret, scopes, ...app }) => ({
    id,
    scopes,
    secretHash: secret === undefined ? null : sealSecret(id, secret, keys),
    name: app.name ?? null,
    redirectUris: app.redirectUris ?? [],
    postLogoutRedirectUris: app.postLogoutRedirectUris ?? [],
    firstParty: app.firstParty ?? false,
    backchannelLogoutUri: app.backchannelLogoutUri ?? null,
  }))
