import type { Account } from "@/lib/account/account"
import type { Audience } from "@/lib/session/policy"

/** A sign-in on one device, and the family that its tokens belong to. */
export type Session = {
  id: string
  /** Null for a machine, which is named by its client. */
  accountId: string | null
  audience: Audience
  client: string
  scopes: string[]
  /** SHA-256 of the device that the session is bound to, if it is bound to one. */
  deviceHash: string | null
  network: string | null
  userAgent: string | null
  createdAt: Date
  lastSeenAt: Date
  /** When it ends however often it is refreshed. */
  endsAt: Date
}

/** A token about to be stored: only its SHA-256 goes to the database. */
export type NewToken = { hash: string; kind: "access" | "refresh"; expiresAt: Date }

/** A session and the tokens that it begins with. */
export type NewSession = Session & { tokens: NewToken[] }

/** Someone who is signed in, and by which session. */
export type SignedIn = { session: Session; account: Account }

/** What a token turned out to be. */
export type TokenState = {
  session: Session
  account: Account | undefined
  issuedAt: Date
  expiresAt: Date
  usedAt: Date | null
  revoked: boolean
}

/** The sessions. Each method is one conditional statement. */
export type Sessions = {
  /** A session that no account's sign-in made, such as a machine's. */
  insert(session: NewSession): Promise<void>
  /** A token of this audience, whatever has become of it. Of `any`, whoever asks must look at the audience. */
  find(hash: string, kind: NewToken["kind"], audience: Audience | "any"): Promise<TokenState | undefined>
  /** Notes that a session was used, at most once a minute. */
  seen(sessionId: string, now: Date): Promise<void>
  /**
   * Spends an unspent, unexpired refresh token of an unrevoked session and stores its successors; the session's
   * older access tokens end at `retireAt`. Answers whether it won.
   */
  rotate(hash: string, successors: NewToken[], now: Date, retireAt: Date): Promise<boolean>
  revoke(sessionId: string, now: Date): Promise<boolean>
  /** The same, if the session is this account's. Another's is not there. */
  revokeOwn(accountId: string, sessionId: string, now: Date): Promise<boolean>
  /** Ends every session of an account, of one audience or of all, but for the one named. */
  revokeAll(accountId: string, now: Date, only?: { audience?: Audience; except?: string }): Promise<number>
  /** The account's living sessions, last seen first. */
  list(accountId: string, now: Date): Promise<Session[]>
  /** Whether the account ever had a session that began in this network. */
  hadFrom(accountId: string, network: string): Promise<boolean>
}
