import type { Duration } from "@/lib/time"

/**
 * A limit as a caller may be told of it: so many in so long (draft-ietf-httpapi-ratelimit-headers). One that is `wide` is
 * shared by all the addresses around the caller's.
 */
export type Quota = { name: QuotaName; points: number; window: Duration; wide?: true }

/** Every limit by the name that callers are told. A new one breaks the build until our pages have words for it. */
export type QuotaName =
  // Requests of an address, and of those around it.
  | "strict"
  | "trusted"
  | "strict-place"
  | "trusted-place"
  | "captcha"
  | "work"
  | "work-place"
  | "puzzle"
  | "discovery"
  // Tries and guesses.
  | "wait"
  | "tries"
  | "pin"
  | "pin-place"
  | "password"
  | "password-place"
  | "password-cap"
  | "client"
  | `guesses-${"account" | "network" | "place" | "realm"}`
  // Text messages: the contracts' caps, what strangers ask for, and the firewall's scopes.
  | "hour"
  | "day"
  | "strangers-hour"
  | "strangers-day"
  | "asker-day"
  | `stranger-texts-${"account" | "network" | "place" | "realm"}`
  | "attack-mode"
  | "block"
  | "prefix"
  | "network"
  | "wide-network"
  | "country"
  | "own-money"
  | "open-money"
  | "growth"
  | "strict-lane"
  | "steady"
  | "unread"
  | "familiar"
  | `vouched-${"block" | "prefix" | "network" | "wide-network"}`
  | "everyone"
  | "lookups-network"
  | "lookups-place"
  | "lookups-country"
  // What accounts, sessions and machines do.
  | "accounts"
  | "accounts-place"
  | "api-keys"
  | "sign-ins"
  | "social-sign-in"
  | "social-refresh"
  | "refresh"
  | "account-refresh"
  | "network-refresh"
  | "devices"
  | "network-devices"
  | "favorites"
  | "passkeys"
  | "trusted-devices"
  | "ceremony"
  | "client-tokens"
  | "shown"

/** What is wrong with a passkey, or with making one. */
export type PasskeyProblem =
  /** It opens no account here, or no more; or what was shown was not signed by it. */
  | "unknown"
  /** What was to be signed was asked for too long ago, or was answered before. */
  | "late"
  /** It was shown at another address than the one that asked, or was made for another. */
  | "elsewhere"
  /** The device did not check that it is its owner. */
  | "unverified"
  /** Its counter went back, as a copy's would. */
  | "copied"
  /** Its owner signed in too long ago to add one. */
  | "stale"
  /** It was added before. */
  | "taken"
  /** The account has as many as it may have. */
  | "full"

/** Why the core said no. The union is closed: every dialect answers each kind, or the build breaks. */
export type Reason =
  | {
      kind: "invalid-field"
      field: "firstName" | "lastName" | "country" | "whitelabel" | "pin" | "password" | "scopes" | "name" | "device"
      hint: string
    }
  | { kind: "invalid-email" }
  | { kind: "invalid-phone" }
  | { kind: "registration-blocked"; because: "whitelabel" | "country" | "line-type" }
  | { kind: "email-taken" }
  | ({ kind: "captcha-failed" } & Puzzled)
  | { kind: "wrong-pin"; triesLeft: number }
  | { kind: "tries-spent"; retryAt: Date; quota: Quota }
  | { kind: "wait"; retryAt: Date; quota: Quota }
  | ({ kind: "limited"; retryAt: Date; quota: Quota } & Puzzled)
  | { kind: "sms-unavailable"; retryAt: Date; issued?: { e164: string; country: string } }
  | { kind: "unauthorized"; because: "missing" | "unknown" | "expired" | "revoked" }
  | { kind: "wrong-password" }
  | { kind: "insufficient-scope"; scope: string }
  | { kind: "passkey-refused"; because: PasskeyProblem }
  | { kind: "provider-refused" }
  | { kind: "provider-unavailable"; retryAt: Date }
  | { kind: "busy"; retryAt: Date }
  | { kind: "client-refused"; because?: "two-ways" | "grant" }
  | { kind: "grant-refused" }
  | { kind: "invalid-scope" }
  | { kind: "not-found" }

/** A proof of work that would do instead, where the caller can work and it would. It goes to our pages alone. */
type Puzzled = { puzzle?: string }

/** Whom a refusal is about, as far as it is known, for the record alone. A `reason` says more than the refusal's kind. */
export type About = { accountId?: string | null; sessionId?: string; client?: string; reason?: string }

/** An expected no. It is a value: `throw` is for surprises. */
export type Refusal = Reason & { refused: true; about?: About }

/** The refusals that a verb may give, by their kinds: its type says which answers its callers must have. */
export type No<Kind extends Reason["kind"]> = Extract<Reason, { kind: Kind }> & { refused: true; about?: About }

/** Makes a refusal of a reason. Whom it is about is never told to the caller. */
export const refuse = <R extends Reason>(reason: R, about?: About): R & { refused: true; about?: About } => ({
  ...reason,
  refused: true,
  ...(about && { about }),
})

/** Tells a refusal from a result. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refused" in answer
