import type { Identifier } from "@/lib/account/provider"
import { authorizeUrl, tradeCode } from "@/lib/outside/authorization-code"
import { idTokens } from "@/lib/outside/id-token"
import type { Duration, Now } from "@/lib/time"

export type GoogleSettings = {
  /** Each kind of app has an id of its own. Android apps show the web's (`serverClientId`). */
  clientIds: { web: string | undefined; ios: string | undefined }
  /** With it, and the web's client id, our page has a button. */
  clientSecret: string | undefined
  jwksUrl: string
  authorizeUrl: string
  tokenUrl: string
  timeout: Duration
}

// https://developers.google.com/identity/gsi/web/guides/verify-google-id-token: "equal to accounts.google.com or https://…".
const issuer = ["https://accounts.google.com", "accounts.google.com"]

/** Sign in with Google: apps show an ID token, browsers bring a code. */
export function google(settings: GoogleSettings, now: Now, warn: (event: string) => void): Identifier {
  const { clientIds, clientSecret, tokenUrl, timeout } = settings
  const read = idTokens(settings.jwksUrl, timeout, now)
  return {
    returnsBy: "GET",
    async vouch(proof) {
      if (proof.from === "app") {
        const audience = proof.client === "ios" ? clientIds.ios : clientIds.web
        return audience ? read(proof.token, { issuer, audience }) : "refused"
      }
      if (!clientIds.web || !clientSecret) return "refused"
      const trade = { tokenUrl, clientId: clientIds.web, clientSecret, timeout }
      const traded = await tradeCode(proof.code, proof.kept, trade, (error) => warn(`google-${error}`))
      if (typeof traded === "string") return traded
      return read(traded.idToken, { issuer, audience: clientIds.web, nonce: proof.kept.nonce })
    },
    authorizeUrl(kept) {
      if (!clientIds.web || !clientSecret) return undefined
      const scope = "openid email profile"
      return authorizeUrl(settings.authorizeUrl, kept, { client_id: clientIds.web, scope, prompt: "select_account" })
    },
  }
}
