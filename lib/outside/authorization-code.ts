import { createHash } from "node:crypto"
import { z } from "zod"
import type { Kept } from "@/lib/account/provider"
import { exchange } from "@/lib/outside/exchange"
import type { Duration } from "@/lib/time"

/** Who trades a code, and where. */
export type CodeTrade = { tokenUrl: string; clientId: string; clientSecret: string; timeout: Duration }

const tokenAnswer = z.object({ id_token: z.string() })
const oauthError = z.object({ error: z.string() })

/**
 * Trades an authorization code for the ID token that comes with it (OpenID Connect Core, 3.1.3). Silence and errors of the
 * server's own are `unavailable`; whatever else is no token is `refused`. `warn` hears when it is us whom they refuse.
 */
export async function tradeCode(
  code: string,
  kept: Pick<Kept, "codeVerifier" | "redirectUri"> | undefined,
  { tokenUrl, clientId, clientSecret, timeout }: CodeTrade,
  warn: (error: string) => void,
): Promise<{ idToken: string } | "refused" | "unavailable"> {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    client_id: clientId,
    client_secret: clientSecret,
    ...(kept && { redirect_uri: kept.redirectUri, code_verifier: kept.codeVerifier }),
  })
  const headers = { Accept: "application/json" }
  const heard = await exchange(tokenUrl, { method: "POST", body, headers, redirect: "error" }, timeout).catch(
    () => undefined,
  )
  if (!heard || heard.status >= 500 || heard.status === 429) return "unavailable"
  const answer = parseJson(heard.text)
  const tokens = tokenAnswer.safeParse(answer)
  if (heard.status < 300 && tokens.success) return { idToken: tokens.data.id_token }
  const { data: { error } = { error: "" } } = oauthError.safeParse(answer)
  if (error === "invalid_client" || error === "unauthorized_client") warn(error)
  return "refused"
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where a browser goes for a code, bound to it by state, nonce and PKCE with S256 (RFC 9700, 2.1.1). */
export function authorizeUrl(
  base: string,
  { state, nonce, codeVerifier, redirectUri }: Kept & { state: string },
  more: Record<string, string>,
): string {
  const url = new URL(base)
  const asked = {
    response_type: "code",
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  return url.href
}
