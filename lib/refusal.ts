import type { Duration } from "@/lib/time"

/** A limit as a caller may be told of it: so many in so long (draft-ietf-httpapi-ratelimit-headers). */
export type Quota = { name: string; points: number; window: Duration }

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
  | { kind: "captcha-failed" }
  | { kind: "wrong-pin"; triesLeft: number }
  | { kind: "tries-spent"; retryAt: Date; quota: Quota }
  | { kind: "wait"; retryAt: Date; quota: Quota }
  | { kind: "limited"; retryAt: Date; quota: Quota }
  | { kind: "sms-unavailable"; retryAt: Date; issued?: { e164: string; country: string } }
  | { kind: "unauthorized"; because: "missing" | "unknown" | "expired" | "revoked" }
  | { kind: "wrong-password" }
  | { kind: "insufficient-scope"; scope: string }
  | { kind: "provider-refused" }
  | { kind: "provider-unavailable"; retryAt: Date }
  | { kind: "client-refused"; because?: "two-ways" }
  | { kind: "invalid-scope" }
  | { kind: "not-found" }

/** An expected no. It is a value: `throw` is for surprises. */
export type Refusal = Reason & { refused: true }

/** Makes a refusal of a reason. */
export const refuse = <R extends Reason>(reason: R): R & { refused: true } => ({ ...reason, refused: true })

/** Tells a refusal from a result. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refused" in answer
