import type { Problem } from "@/lib/dialects/operation"
import type { Quota, Reason } from "@/lib/refusal"

/** What a kind of no means, and what it may look like. */
type Sampled<About> = { says: string; samples: readonly [About, ...About[]] }

/** When the samples happen, and when their waits end. */
export const sampleNow: Date = new Date(0)
const retryAt = new Date(30_000)
const quota: Quota = { name: "strict", points: 10, window: 300_000 }

/** One entry a kind of refusal, or the build breaks. */
export const refusalSamples: { [Kind in Reason["kind"]]: Sampled<Extract<Reason, { kind: Kind }>> } = {
  "invalid-field": {
    says: "A field that breaks a rule of ours.",
    samples: [{ kind: "invalid-field", field: "firstName", hint: "must be 1 to 100 characters" }],
  },
  "invalid-email": { says: "No mailbox could have this email.", samples: [{ kind: "invalid-email" }] },
  "invalid-phone": { says: "No mobile phone number.", samples: [{ kind: "invalid-phone" }] },
  "registration-blocked": {
    says: "Registration is closed here, or no text messages are sent there.",
    samples: [
      { kind: "registration-blocked", because: "whitelabel" },
      { kind: "registration-blocked", because: "country" },
    ],
  },
  "email-taken": { says: "The email has an account.", samples: [{ kind: "email-taken" }] },
  "captcha-failed": { says: "The captcha was answered for, and badly.", samples: [{ kind: "captcha-failed" }] },
  "wrong-pin": { says: "Wrong, expired, used or never sent.", samples: [{ kind: "wrong-pin", triesLeft: 4 }] },
  "tries-spent": { says: "The PIN died of wrong tries.", samples: [{ kind: "tries-spent", retryAt, quota }] },
  wait: { says: "Too soon after the last text message.", samples: [{ kind: "wait", retryAt, quota }] },
  limited: { says: "A limit was reached.", samples: [{ kind: "limited", retryAt, quota }] },
  "sms-unavailable": {
    says: "No sender took the message, or what guards the bill is out of reach.",
    samples: [{ kind: "sms-unavailable", retryAt }],
  },
  unauthorized: {
    says: "The token does not hold.",
    samples: [
      { kind: "unauthorized", because: "missing" },
      { kind: "unauthorized", because: "unknown" },
      { kind: "unauthorized", because: "expired" },
      { kind: "unauthorized", because: "revoked" },
    ],
  },
  "wrong-password": { says: "Wrong email or password.", samples: [{ kind: "wrong-password" }] },
  "insufficient-scope": {
    says: "The token is not good for this.",
    samples: [{ kind: "insufficient-scope", scope: "read" }],
  },
  "passkey-refused": {
    says: "The passkey opens nothing here.",
    samples: [{ kind: "passkey-refused", because: "unknown" }],
  },
  "provider-refused": { says: "Google or Apple does not vouch for it.", samples: [{ kind: "provider-refused" }] },
  "provider-unavailable": {
    says: "Google or Apple does not answer.",
    samples: [{ kind: "provider-unavailable", retryAt }],
  },
  busy: {
    says: "More to do at once than there is room for, or what it needs is out of reach just now.",
    samples: [{ kind: "busy", retryAt }],
  },
  "client-refused": {
    says: "Unknown client, or wrong secret.",
    samples: [
      { kind: "client-refused" },
      { kind: "client-refused", because: "two-ways" },
      { kind: "client-refused", because: "grant" },
    ],
  },
  "grant-refused": {
    says: "A code or refresh token that is not good, or not for this.",
    samples: [{ kind: "grant-refused" }],
  },
  "invalid-scope": { says: "A scope that the caller may not have.", samples: [{ kind: "invalid-scope" }] },
  "not-found": { says: "There is nothing here.", samples: [{ kind: "not-found" }] },
}

/** The same for what never reaches the core. */
export const problemSamples: { [Kind in Problem["kind"]]: Sampled<Extract<Problem, { kind: Kind }>> } = {
  "invalid-fields": {
    says: "A field is missing or malformed.",
    samples: [{ kind: "invalid-fields", fields: [{ field: "name", problem: "name is required" }] }],
  },
  "unreadable-body": { says: "Neither a JSON object nor a form.", samples: [{ kind: "unreadable-body" }] },
  "body-too-large": { says: "More than 64 KiB.", samples: [{ kind: "body-too-large" }] },
  "foreign-origin": {
    says: "A browser's page of an origin that is not listed: it may read, and do nothing.",
    samples: [{ kind: "foreign-origin" }],
  },
  "no-such-path": { says: "Nothing is at this path.", samples: [{ kind: "no-such-path" }] },
  "no-such-method": { says: "The path does not take this method.", samples: [{ kind: "no-such-method" }] },
  broken: { says: "Our fault.", samples: [{ kind: "broken" }] },
}
