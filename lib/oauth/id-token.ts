import type { IssuedCode } from "@/lib/session/authorization-code"
import { halfHash } from "@/lib/session/token"
import type { Core } from "@/lib/sign-in/core"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { after, epochSeconds, hours } from "@/lib/time"

/** What an app gets for a person who signed in to it: `idToken` says who they are and how they proved it. */
export type AppTokens = Tokens & { idToken: string }

type Facts = { issued: IssuedCode; sessionId: string; accessToken: string; at: Date }

/**
 * The ID token (OpenID Connect Core, 2): whom, for which app, when and how they signed in. It names them by our id alone; what the app may
 * know beyond that is at userinfo. It is signed by the keys of `/.well-known/jwks.json`.
 */
export function writeIdToken(
  { issued, sessionId, accessToken, at }: Facts,
  { issuer, signer }: Pick<Core, "issuer" | "signer">,
): Promise<string> {
  const { client, accountId, nonce, methods, signedInAt } = issued
  const [how] = methods
  const claims = {
    iss: issuer,
    sub: accountId,
    aud: client,
    iat: epochSeconds(at),
    exp: epochSeconds(after(at, hours(1))),
    auth_time: epochSeconds(signedInAt),
    ...(nonce !== null && { nonce }),
    ...(how && { acr: how, amr: methods }),
    sid: sessionId,
    at_hash: halfHash(accessToken),
  }
  return signer.sign("RS256", "openid", claims, "JWT")
}
