import type { Realm } from "@/lib/account/realm"

/** What can happen. */
export type EventKind =
  | "signed-in"
  | "registered"
  | "refreshed"
  | "refused"
  | "refresh-reused"
  | "replaced"
  | "signed-out"
  | "signed-out-everywhere"
  | "pins-capped"
  | "phone-change-asked"
  | "phone-changed"
  | "phone-change-cancelled"
  | "api-key-made"
  | "api-key-revoked"
  | "client-token"
  | "console-blocked"
  | "console-allowed"
  | "console-entry-removed"
  | "console-mode-pinned"
  | "console-mode-unpinned"
  | "console-exported"

/** What happened, for the account's owner and for an audit. It holds no secret and no full address. */
export type Event = {
  at: Date
  realm: Realm
  kind: EventKind
  accountId?: string | null
  sessionId?: string
  client?: string
  network?: string | null
  /** The kind of a refusal; in the console, what was set: a country, a coarse prefix, a level. */
  reason?: string
}

/** The append-only record of events. */
export type Events = {
  append(event: Event): Promise<void>
  /** When this kind last happened to the account, since `since`. */
  latest(accountId: string, kind: EventKind, since: Date): Promise<Date | undefined>
  /** The account's newest events. */
  list(accountId: string, most: number): Promise<Event[]>
}
