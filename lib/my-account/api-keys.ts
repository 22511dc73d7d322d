import { allows, roleOf } from "@/lib/account/permission"
import { parsePersonName } from "@/lib/account/person-name"
import { policy } from "@/lib/limits/policy"
import { type No, refuse } from "@/lib/refusal"
import type { ApiKey } from "@/lib/session/api-key"
import { hashToken } from "@/lib/session/token"
import type { Core, Member } from "@/lib/sign-in/core"
import { eventOf } from "@/lib/sign-in/steps/event-of"

/** A key that was made, and the key itself, which is told once. */
export type ApiKeyMade = { apiKey: ApiKey; key: string }

/** Makes an API key with some of its owner's permissions. Only its hash is kept. */
export async function makeApiKey(
  request: { name: string; scopes: string[] },
  member: Member,
  core: Pick<Core, "now" | "newId" | "newToken" | "tries" | "apiKeys" | "apiKeyPrefix">,
): Promise<ApiKeyMade | No<"invalid-field" | "insufficient-scope" | "limited" | "unauthorized">> {
  const { account, session } = member.signedIn
  const name = parsePersonName(request.name)
  const hint = "must be 1 to 100 characters, without control characters"
  if (!name) return refuse({ kind: "invalid-field", field: "name", hint })
  const scopes = [...new Set(request.scopes)]
  const beyond = scopes.find((scope) => !allows(roleOf(account), scope))
  if (beyond !== undefined) return refuse({ kind: "insufficient-scope", scope: beyond })
  const quota = policy.apiKeys
  const answer = await core.tries.take([{ key: `${quota.name}:${account.id}`, quota }], core.now())
  if (!answer.taken) return refuse({ kind: "limited", retryAt: answer.retryAt, quota })

  const key = `${core.apiKeyPrefix}${core.newToken()}`
  const at = core.now()
  const id = `key_${core.newId()}`
  const facts = { accountId: account.id, name, ending: key.slice(-4), scopes, createdAt: at, lastUsedAt: null }
  const event = eventOf("api-key-made", member, { at, accountId: account.id, sessionId: session.id, client: id })
  const made = await core.apiKeys.insert({ id, ...facts, hash: hashToken(key) }, session.id, event)
  if (!made)
    return refuse({ kind: "unauthorized", because: "revoked" }, { accountId: account.id, sessionId: session.id })
  return { apiKey: { id, ...facts }, key }
}

/** The caller's living keys, without what opens anything. */
export const listApiKeys = async (_: object, { signedIn }: Member, core: Pick<Core, "apiKeys">): Promise<ApiKey[]> =>
  core.apiKeys.list(signedIn.account.id)

/** Revokes one of the caller's keys, at once. */
export async function revokeApiKey(
  { id }: { id: string },
  member: Member,
  core: Pick<Core, "now" | "apiKeys">,
): Promise<undefined | No<"not-found">> {
  const { account, session } = member.signedIn
  const at = core.now()
  const event = eventOf("api-key-revoked", member, { at, accountId: account.id, sessionId: session.id, client: id })
  return (await core.apiKeys.revoke(account.id, id, at, event)) ? undefined : refuse({ kind: "not-found" })
}
