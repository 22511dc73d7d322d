import type { Account } from "@/lib/account/account"
import type { Event } from "@/lib/account/event"

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

/** The API keys. Each method but `list` is one conditional statement, which writes its event too. */
export type ApiKeys = {
  /** Answers whether it won: a session that has ended by then makes none. */
  insert(key: ApiKey & { hash: string }, by: string, event: Event): Promise<boolean>
  /** Whose key this is, alive or revoked. The use of one that lives is noted, once a minute. */
  use(hash: string, now: Date): Promise<{ key: ApiKey; account: Account; revoked: boolean } | undefined>
  /** The account's living keys, newest first. */
  list(accountId: string): Promise<ApiKey[]>
  /** Answers whether it won: a key of another account, or a dead one, is not there. */
  revoke(accountId: string, id: string, now: Date, event: Event): Promise<boolean>
  /** Revokes the account's living keys, each with an event of its own, which names it. */
  revokeAll(accountId: string, now: Date, event: Event): Promise<void>
}
