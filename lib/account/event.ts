import type { Realm } from "@/lib/account/realm"

/** What can happen. */
export type EventKind =
  | "signed-in"
  | "signed-in-with-passkey"
  | "signed-in-on-trusted-device"
  | "registered"
  | "refreshed"
  | "refused"
  | "refresh-reused"
  | "code-reused"
  | "replaced"
  | "signed-out"
  | "signed-out-everywhere"
  | "pins-capped"
  | "phone-change-asked"
  | "phone-changed"
  | "phone-change-cancelled"
  | "phone-change-released"
  | "operator-seated"
  | "operator-released"
  | "passkey-added"
  | "passkey-removed"
  | "device-trusted"
  | "device-untrusted"
  | "trust-reused"
  | "api-key-made"
  | "api-key-revoked"
  | "client-token"
  | "console-blocked"
  | "console-allowed"
  | "console-entry-removed"
  | "console-mode-pinned"
  | "console-mode-unpinned"
  | "console-exported"
  | "console-operator-released"
  | "console-phone-change-released"
  | "console-theme-set"
  | "console-theme-removed"
  | "console-policy-changed"
  | "console-policy-event-announced"
  | "console-policy-event-ended"
  | "console-policy-undone"
  | "console-app-made"
  | "console-app-secret-replaced"
  | "console-app-disabled"
  | "console-app-enabled"

/** What happened, for the account's owner and for an audit. It holds no secret and no full address. */
export type Event = {
  at: Date
  realm: Realm
  kind: EventKind
  accountId?: string | null
  sessionId?: string
  client?: string
  network?: string | null
  /** The kind of a refusal, or more of it; in the console, what was set: a country, a coarse prefix, a level. */
  reason?: string
  /** How often it happened within its minute. */
  count?: number
}

/** Some sorts of events, and refusals for some reasons. */
export type EventFilter = { kinds: readonly EventKind[]; refusals: readonly string[] }

/**
 * What an owner wants to know: who came in, who tried to, what was changed. An app that stays signed in, or that knocks with a
 * token it should have thrown away, does so a hundred times a day, and would leave room for nothing else.
 */
export const ownersEvents: EventFilter = {
  kinds: [
    "signed-in",
    "signed-in-with-passkey",
    "signed-in-on-trusted-device",
    "registered",
    "refresh-reused",
    "code-reused",
    "replaced",
    "signed-out",
    "signed-out-everywhere",
    "pins-capped",
    "phone-change-asked",
    "phone-changed",
    "phone-change-cancelled",
    "phone-change-released",
    "operator-seated",
    "operator-released",
    "passkey-added",
    "passkey-removed",
    "device-trusted",
    "device-untrusted",
    "trust-reused",
    "api-key-made",
    "api-key-revoked",
    "console-blocked",
    "console-allowed",
    "console-entry-removed",
    "console-mode-pinned",
    "console-mode-unpinned",
    "console-exported",
    "console-operator-released",
    "console-phone-change-released",
    "console-theme-set",
    "console-theme-removed",
    "console-policy-changed",
    "console-policy-event-announced",
    "console-policy-event-ended",
    "console-policy-undone",
  ],
  refusals: ["wrong-pin", "wrong-password"],
}

/** The record of events. Nothing in it changes, but for the count of what is repeated. */
export type Events = {
  /** With a `fold` it is one more of what was written under that, if anything was; else it is written down. */
  append(event: Event, fold?: string): Promise<void>
  /** When this kind last happened to the account, since `since`. */
  latest(accountId: string, kind: EventKind, since: Date): Promise<Date | undefined>
  /** The account's newest events, of all sorts or of some. */
  list(accountId: string, most: number, only?: EventFilter): Promise<Event[]>
}
