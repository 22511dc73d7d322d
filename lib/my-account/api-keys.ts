import { allows, roleOf } from "@/lib/account/permission"
import { parsePersonName } from "@/lib/account/person-name"
import { networkOf } from "@/lib/limits/network"
import { policy } from "@/lib/limits/policy"
import { type Refusal, refuse } from "@/lib/refusal"
import type { ApiKey } from "@/lib/session/api-key"
import { hashToken } from "@/lib/session/token"
import type { Core, Member } from "@/lib/sign-in/core"

/** A key that was made, and the key itself, which is told once. */
export type ApiKeyMade = { apiKey: ApiKey; key: string }

/** Makes an API key with some of its owner's permissions. Only its hash is kept. */
export async function makeApiKey(
  request: { name: string; scopes: string[] },
  { signedIn, realm, address }: Member,
  core: Core,
): Promise<ApiKeyMade | Refusal> {
  const { account, session } = signedIn
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
  await core.apiKeys.insert({ id, ...facts, hash: hashToken(key) })
  const about = { accountId: account.id, sessionId: session.id, client: id, network: networkOf(address) }
  await core.events.append({ at, realm, kind: "api-key-made", ...about })
  return { apiKey: { id, ...facts }, key }
}

/** The caller's living keys, without what opens anything. */
export const listApiKeys = async (_: object, { signedIn }: Member, core: Core): Promise<ApiKey[]> =>
  core.apiKeys.list(signedIn.account.id)

/** Revokes one of the caller's keys, at once. */
export async function revokeApiKey(
  { id }: { id: string },
  { signedIn, realm, address }: Member,
  core: Core,
): Promise<undefined | Refusal> {
  const { account, session } = signedIn
  const at = core.now()
  if (!(await core.apiKeys.revoke(account.id, id, at))) return refuse({ kind: "not-found" })
  const about = { accountId: account.id, sessionId: session.id, client: id, network: networkOf(address) }
  await core.events.append({ at, realm, kind: "api-key-revoked", ...about })
}
