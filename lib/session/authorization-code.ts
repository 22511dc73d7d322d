import type { Account } from "@/lib/account/account"
import type { Event } from "@/lib/account/event"
import type { NewSession } from "@/lib/session/session"
import { type Duration, seconds } from "@/lib/time"

/** How long an app may take to redeem a code (RFC 6749, 4.1.2 allows ten minutes; apps take a second). */
export const codeLife: Duration = seconds(60)

/** How a person proved who they are, as RFC 8176 names it: a PIN by text, by call or by another way, or a passkey. */
export type Method = "sms" | "tel" | "otp" | "hwk" | "swk"

/** An authorization code on its way to an app, and everything that it is bound to. */
export type AuthorizationCode = {
  client: string
  accountId: string
  /** The browser's session, which must still live when the code is redeemed. */
  browserId: string
  redirectUri: string
  /** PKCE's challenge (RFC 7636): base64url of the SHA-256 of the verifier that redeems the code. */
  challenge: string
  scopes: string[]
  nonce: string | null
  methods: Method[]
  signedInAt: Date
  /** Where the browser is, so that the account's list of sessions shows it and not the app's server. */
  network: string | null
  userAgent: string | null
  issuedAt: Date
  expiresAt: Date
}

/** A code that was issued, whatever has become of it. `sessionId` is what it was redeemed for. */
export type IssuedCode = AuthorizationCode & { usedAt: Date | null; sessionId: string | null; account: Account }

/** A code about to be redeemed, and the session that it makes. */
export type CodeRedemption = { hash: string; session: NewSession; event: Event; now: Date }

/** The authorization codes. They are kept as SHA-256. */
export type AuthorizationCodes = {
  insert(code: AuthorizationCode & { hash: string }): Promise<void>
  find(hash: string): Promise<IssuedCode | undefined>
  /**
   * Uses the code up and makes the session, in one statement. False where it was used, has expired, or its browser was signed out: of
   * fifty at once one wins.
   */
  redeem(redemption: CodeRedemption): Promise<boolean>
}
