import { policy } from "@/lib/limits/policy"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { holdsSecret, type OAuthClient } from "@/lib/session/oauth-client"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { spendTry } from "@/lib/sign-in/steps/spend-try"

/** What the body says of who the client is, where it does not do so by HTTP Basic. */
export type ClientClaim = { clientId?: string | undefined; clientSecret?: string | undefined }

/**
 * Which machine calls (RFC 6749, 2.3.1): by HTTP Basic or by the body, and never by both. An unknown client and a wrong
 * secret are one answer.
 */
export async function authenticateClient(
  { clientId, clientSecret }: ClientClaim,
  caller: Caller,
  core: Core,
): Promise<OAuthClient | Refusal> {
  const { basic } = caller
  if (basic && (clientSecret !== undefined || (clientId !== undefined && clientId !== basic.id)))
    return refuse({ kind: "client-refused", because: "two-ways" })
  const id = basic?.id ?? clientId
  const secrets = basic?.secrets ?? (clientSecret === undefined ? [] : [clientSecret])
  if (id === undefined || secrets.length === 0) return refuse({ kind: "client-refused" })

  const subject = `client ${hashToken(id)}`
  const spent = await spendTry({ subject, perNetwork: policy.clientTries, isRandom: true }, caller, core)
  if (isRefusal(spent)) return spent
  const client = await core.oauthClients.find(id)
  if (!client || !holdsSecret(client, secrets, core.keys)) {
    if (spent.waiting) return spent.waiting
    await spent.countFailure()
    return refuse({ kind: "client-refused" }, client ? { client: client.id } : {})
  }
  await spent.succeed()
  return client
}
