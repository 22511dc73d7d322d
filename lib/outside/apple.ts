import { createPrivateKey } from "node:crypto"
import { SignJWT } from "jose"
import type { Identifier } from "@/lib/account/provider"
import { authorizeUrl, tradeCode } from "@/lib/outside/authorization-code"
import { idTokens } from "@/lib/outside/id-token"
import { after, type Duration, minutes, type Now } from "@/lib/time"

export type AppleSettings = {
  /** The app's id, for codes that an app was given. */
  clientId: string | undefined
  /** The Services ID, for our page's button. */
  serviceId: string | undefined
  /** Who signs client secrets: the team, and its key (PEM, P-256). */
  signer: { teamId: string; keyId: string; privateKey: string } | undefined
  jwksUrl: string
  authorizeUrl: string
  tokenUrl: string
  timeout: Duration
}

const issuer = "https://appleid.apple.com"

/** Sign in with Apple: apps and browsers bring an authorization code. */
export function apple(settings: AppleSettings, now: Now, warn: (event: string) => void): Identifier {
  const { clientId, serviceId, signer, tokenUrl, timeout } = settings
  const read = idTokens(settings.jwksUrl, timeout, now)
  return {
    // "If you request any scope, the value must be form_post", says Apple of `response_mode`.
    returnsBy: "POST",
    async vouch(proof) {
      const audience = proof.from === "app" ? clientId : serviceId
      if (!audience || !signer) return "refused"
      const [code, kept] = proof.from === "app" ? [proof.token, undefined] : [proof.code, proof.kept]
      const trade = { tokenUrl, clientId: audience, clientSecret: await clientSecret(signer, audience, now()), timeout }
      const traded = await tradeCode(code, kept, trade, (error) => warn(`apple-${error}`))
      if (typeof traded === "string") return traded
      return read(traded.idToken, { issuer, audience, ...(kept && { nonce: kept.nonce }) })
    },
    authorizeUrl(kept) {
      if (!serviceId || !signer) return undefined
      const more = { client_id: serviceId, scope: "name email", response_mode: "form_post" }
      return authorizeUrl(settings.authorizeUrl, kept, more)
    },
  }
}

/** https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret, good for 5 minutes. */
async function clientSecret(
  { teamId, keyId, privateKey }: NonNullable<AppleSettings["signer"]>,
  clientId: string,
  at: Date,
): Promise<string> {
  const key = createPrivateKey(privateKey)
  return new SignJWT()
    .setProtectedHeader({ alg: "ES256", kid: keyId })
    .setIssuer(teamId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setIssuedAt(at)
    .setExpirationTime(after(at, minutes(5)))
    .sign(key)
}
