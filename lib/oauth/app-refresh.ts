import { type Authenticating, authenticateClient, type ClientClaim } from "@/lib/oauth/authenticate-client"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { refresh } from "@/lib/sign-in/refresh"
import type { Minting, Tokens } from "@/lib/sign-in/steps/mint"

type Asked = { refreshToken: string; scopes?: string[] | undefined }
type Needs = Authenticating & Minting & Pick<Core, "sessions" | "phoneChanges" | "events">

/**
 * Trades an app's refresh token for new tokens (RFC 6749, 6), each good once: see `refresh`. It may ask for what was granted, and gets all of
 * it; for more, nothing.
 */
export async function appRefresh(
  { refreshToken, scopes, ...claim }: ClientClaim & Asked,
  caller: Caller,
  core: Needs,
): Promise<Tokens | No<"client-refused" | "limited" | "grant-refused" | "invalid-scope">> {
  const client = await authenticateClient(claim, caller, core, { mayBePublic: true })
  if (isRefusal(client)) return client
  if (scopes?.some((scope) => !client.scopes.includes(scope)))
    return refuse({ kind: "invalid-scope" }, { client: client.id })
  const tokens = await refresh({ refreshToken }, { ...caller, audience: "openid", client: client.id }, core)
  return isRefusal(tokens) && tokens.kind === "unauthorized"
    ? refuse({ kind: "grant-refused" }, tokens.about ?? { client: client.id })
    : tokens
}
