import type { Account } from "@/lib/account/account"

/** A long-lived key of an account for its servers. The key itself is known by its SHA-256 only. */
export type ApiKey = {
  id: string
  accountId: string
  name: string
  /** Its last characters, so that its owner can tell it from others. */
  ending: string
  scopes: string[]
  createdAt: Date
  lastUsedAt: Date | null
}

/** The API keys. */
export type ApiKeys = {
  insert(key: ApiKey & { hash: string }): Promise<void>
  /** Whose key this is, alive or revoked. */
  find(hash: string): Promise<{ key: ApiKey; account: Account; revoked: boolean } | undefined>
  /** Notes that it was used. */
  used(id: string, now: Date): Promise<void>
  /** The account's living keys, newest first. */
  list(accountId: string): Promise<ApiKey[]>
  /** Answers whether it won: a key of another account, or a dead one, is not there. */
  revoke(accountId: string, id: string, now: Date): Promise<boolean>
  /** Revokes the account's living keys. Answers the ids of those that this call revoked. */
  revokeAll(accountId: string, now: Date): Promise<string[]>
}
