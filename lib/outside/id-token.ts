import { type JWTPayload, jwtVerify } from "jose"
import { parseEmail } from "@/lib/account/email"
import { parsePersonName } from "@/lib/account/person-name"
import type { Verdict } from "@/lib/account/provider"
import { KeysUnreachable, remoteKeys } from "@/lib/outside/remote-keys"
import type { Duration, Now } from "@/lib/time"

/** Whom an ID token must be from and for. */
export type Expected = { issuer: string | string[]; audience: string; nonce?: string }

/**
 * Reads ID tokens as OpenID Connect Core says (3.1.3.7): the issuer's signature, RS256 and nothing else (RFC 8725, 3.1), its
 * name, our client id alone, not expired, and our nonce where we sent one.
 */
export function idTokens(jwksUrl: string, timeout: Duration, now: Now) {
  const keys = remoteKeys(jwksUrl, timeout)
  return async (token: string, { issuer, audience, nonce }: Expected): Promise<Verdict> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ["RS256"],
        issuer,
        audience,
        currentDate: now(),
        requiredClaims: ["sub", "exp", "iat"],
      })
      const forUsAlone = [payload.aud].flat().length === 1
      const ours = nonce === undefined || payload.nonce === nonce
      return forUsAlone && ours && payload.sub ? vouched(payload.sub, payload) : "refused"
    } catch (problem) {
      return problem instanceof KeysUnreachable ? "unavailable" : "refused"
    }
  }
}

function vouched(subject: string, claims: JWTPayload): Verdict {
  const firstName = name(claims.given_name) ?? name(claims.name)
  const lastName = name(claims.family_name)
  // Apple writes its booleans as text.
  const verified = claims.email_verified === true || claims.email_verified === "true"
  const email = (verified && typeof claims.email === "string" && parseEmail(claims.email)) || null
  return { subject, email, ...(firstName && { firstName }), ...(lastName && { lastName }) }
}

const name = (claim: unknown) => (typeof claim === "string" ? parsePersonName(claim) : undefined)
