import { compactVerify, createLocalJWKSet } from "jose"
import type { Signer } from "@/lib/session/signing"

/** Whom an ID token of ours is about, for which app, and by which session. */
export type OwnIdToken = { accountId: string; client: string; sessionId: string }

/**
 * Reads an ID token that an app shows us again as a hint. It may have expired (OpenID Connect RP-Initiated Logout, 2): it proves nothing but that
 * we wrote it. Undefined for what we did not write, or whose key is no longer published.
 */
export async function readOwnIdToken(
  token: string,
  { signer, issuer }: { signer: Signer; issuer: string },
): Promise<OwnIdToken | undefined> {
  try {
    const keys = createLocalJWKSet(await signer.publicKeys())
    const { payload, protectedHeader } = await compactVerify(token, keys, { algorithms: ["RS256"] })
    const { iss, sub, aud, sid } = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>
    const isOurs = protectedHeader.typ === "JWT" && iss === issuer
    if (!isOurs || typeof sub !== "string" || typeof aud !== "string" || typeof sid !== "string") return undefined
    return { accountId: sub, client: aud, sessionId: sid }
  } catch (problem) {
    // What jose refuses is no token of ours. A database out of reach is another matter.
    if (problem instanceof Error && "code" in problem && String(problem.code).startsWith("ERR_J")) return undefined
    throw problem
  }
}
