import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { type No, type Quota, refuse } from "@/lib/refusal"
import { type OAuthClient, type ShownSecret, sealSecret } from "@/lib/session/oauth-client"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"

/** What the body says of who the client is, where it does not do so by HTTP Basic. */
export type ClientClaim = { clientId?: string | undefined; clientSecret?: string | undefined }

/** What it takes to tell which machine calls. */
export type Authenticating = Pick<Core, "now" | "keys" | "oauthClients">

/**
 * Which machine calls (RFC 6749, 2.3.1): by HTTP Basic or by the body, and never by both. An unknown client and a wrong
 * secret are one answer. Wrong ones wait longer and longer; a right one is still heard, since another client on its network
 * may have brought the wait about. `mayBePublic`: an app that can keep no secret is believed its id, and proves by PKCE or
 * its refresh token that the request is its own.
 */
export async function authenticateClient(
  { clientId, clientSecret }: ClientClaim,
  caller: Caller,
  core: Authenticating,
  { mayBePublic = false } = {},
): Promise<OAuthClient | No<"client-refused" | "limited">> {
  const { basic } = caller
  if (basic && (clientSecret !== undefined || (clientId !== undefined && clientId !== basic.id)))
    return refuse({ kind: "client-refused", because: "two-ways" })
  const id = basic?.id ?? clientId
  const secrets = basic?.secrets ?? (clientSecret === undefined ? [] : [clientSecret])
  const known = mayBePublic && id !== undefined && secrets.length === 0 ? await core.oauthClients.find(id) : undefined
  if (known?.secretHash === null) return known
  if (id === undefined || secrets.length === 0) return refuse({ kind: "client-refused" })

  const answer = await core.oauthClients.authenticate(shown(id, secrets, caller, core), core.now())
  if (answer.is === "right") return answer.client
  if (answer.is === "limited") return refuse({ kind: "limited", retryAt: answer.retryAt, quota: answer.quota })
  if (answer.is === "wrong") return refuse({ kind: "client-refused" }, answer.client ? { client: answer.client } : {})
  const quota: Quota = { name: "wait", points: 1, window: answer.wait }
  return refuse({ kind: "limited", retryAt: answer.retryAt, quota })
}

function shown(id: string, secrets: string[], { realm, address }: Caller, { keys }: Authenticating): ShownSecret {
  const network = sealedName(keys, "network", networkOf(address))
  const quota = policy.clientTries
  return {
    id,
    // What an operator chose is kept under a key; what we made, as any other token.
    secretHashes: secrets.flatMap((secret) => [sealSecret(id, secret, keys), hashToken(secret)]),
    tries: { key: `${quota.name}:${realm}:${network}`, quota },
    failures: sealedName(keys, "failures", realm, `client ${hashToken(id)}`, network),
  }
}
