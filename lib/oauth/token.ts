import { appRefresh } from "@/lib/oauth/app-refresh"
import { clientToken } from "@/lib/oauth/client-tokens"
import { redeemCode } from "@/lib/oauth/redeem-code"
import type { Caller, Core } from "@/lib/sign-in/core"

type Asked = {
  grant: "client_credentials" | "authorization_code" | "refresh_token"
  clientId?: string | undefined
  clientSecret?: string | undefined
  scopes: string[] | undefined
  code: string
  redirectUri: string
  verifier: string
  refreshToken: string
}

/** The token endpoint (RFC 6749, 3.2): a machine's own token, or a person's for an app, by a code or by a refresh token. */
export function token({ grant, clientId, clientSecret, ...asked }: Asked, caller: Caller, core: Core) {
  const claim = { clientId, clientSecret }
  const { scopes, code, redirectUri, verifier, refreshToken } = asked
  if (grant === "authorization_code") return redeemCode({ ...claim, code, redirectUri, verifier }, caller, core)
  if (grant === "refresh_token") return appRefresh({ ...claim, refreshToken, scopes }, caller, core)
  return clientToken({ ...claim, scopes }, caller, core)
}
