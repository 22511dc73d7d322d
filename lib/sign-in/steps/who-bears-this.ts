import { type No, refuse } from "@/lib/refusal"
import { sessionPolicies } from "@/lib/session/policy"
import type { Session, SignedIn } from "@/lib/session/session"
import { hashToken } from "@/lib/session/token"
import type { Caller, Core } from "@/lib/sign-in/core"
import { liveToken } from "@/lib/sign-in/steps/who-is-this"

type Needs = Pick<Core, "now" | "sessions" | "phoneChanges" | "events" | "apiKeys" | "apiKeyPrefix">

/**
 * Whose bearer token this is: an access token of a session, or an API key, which stands for its account with the scopes
 * that it was given. Sessions open their own audience alone; keys are made for servers, on the account page too, and
 * stand for an account of any realm. A machine's token is valid, but stands for no person and lacks a person's scope.
 */
export async function whoBearsThis(
  token: string,
  caller: Caller,
  core: Needs,
): Promise<SignedIn | No<"unauthorized" | "insufficient-scope">> {
  if (token.startsWith(core.apiKeyPrefix)) return whoseKey(token, caller, core)
  const state = await liveToken(token, caller.audience, core)
  if ("refused" in state) return state
  const { session, account } = state
  const scope = (sessionPolicies[caller.audience].scopes ?? []).join(" ")
  const machine = { sessionId: session.id, client: session.client }
  return account ? { session, account } : refuse({ kind: "insufficient-scope", scope }, machine)
}

async function whoseKey(token: string, caller: Caller, core: Needs): Promise<SignedIn | No<"unauthorized">> {
  const now = core.now()
  const found = await core.apiKeys.use(hashToken(token), now)
  if (!found) return refuse({ kind: "unauthorized", because: "unknown" })
  const { key, account } = found
  const about = { accountId: account.id, client: key.id, reason: "api-key revoked" }
  if (found.revoked) return refuse({ kind: "unauthorized", because: "revoked" }, about)
  const { id, scopes, createdAt } = key
  const nowhere = { deviceHash: null, browserHash: null, network: null, userAgent: null }
  const times = { createdAt, provedAt: null, lastSeenAt: now, endsAt: new Date(8.64e15) }
  const { audience } = caller
  const session: Session = { id, accountId: account.id, audience, client: id, scopes, ...nowhere, ...times }
  return { session, account }
}
