import type { Account, IdentityKind } from "@/lib/account/account"
import type { Event } from "@/lib/account/event"
import type { Realm } from "@/lib/account/realm"
import type { Asked, Taken, UsedUp } from "@/lib/limits/limits"
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
  /** SHA-256 of the device token of the browser that it began in. */
  browserHash: string | null
  network: string | null
  userAgent: string | null
  createdAt: Date
  /** When its owner last proved who they are, where that was before it began; null where they did as it began. */
  provedAt: Date | null
  lastSeenAt: Date
  /** When it ends however often it is refreshed. */
  endsAt: Date
}

/** When the owner of a session last proved who they are. On a trusted device that was when they last typed a PIN there. */
export const provedAt = ({ provedAt, createdAt }: Pick<Session, "provedAt" | "createdAt">): Date =>
  provedAt ?? createdAt

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
  /** A change of the account's phone is due, and may end this session: who sees this lets it take effect, and looks again. */
  changeIsDue: boolean
}

/** A refresh token about to be spent, and what follows it. */
export type Rotation = {
  hash: string
  successors: readonly NewToken[]
  now: Date
  /** When the session's older access tokens end. */
  retireAt: Date
  /** A token of one of these is what it costs. */
  budgets: readonly Asked[]
  event: Event & { fold: string }
}

/** A session that no account's sign-in makes, such as a machine's, and what it costs. */
export type Grant = { session: NewSession; budgets: readonly Asked[]; event: Event & { fold: string } }

/** A session as it began, and what of it nobody used yet. */
export type Begun = { session: Session; account: Account | undefined; unused: readonly NewToken[] }

/**
 * How a session ends. `forget`: its device is no longer known either, since its token was stolen. `heir`: SHA-256 of a token of the session
 * that takes its place in the browser, so that what apps began in the one goes on in the other. The event is written if it did.
 */
export type Ending = { forget?: boolean; heir?: string; event?: Event }

/** The sessions. Each method is one conditional statement. */
export type Sessions = {
  /** Makes a session and its tokens, if there is one left of each budget. */
  grant(grant: Grant): Promise<Taken>
  /** A token of this audience, whatever has become of it. With `any`, the caller must check the audience. */
  find(hash: string, kind: NewToken["kind"], audience: Audience | "any", now: Date): Promise<TokenState | undefined>
  /** The same for an access token that is shown to this audience. Where it holds, its session is noted as seen, once a minute. */
  use(hash: string, audience: Audience, now: Date): Promise<TokenState | undefined>
  /**
   * Spends an unspent, unexpired refresh token of an unrevoked session and stores its successors; the session's older access
   * tokens end, and those that ended long ago go. `lost`: another call spent it first.
   */
  rotate(rotation: Rotation): Promise<"rotated" | "lost" | UsedUp>
  /** Answers whether it won. */
  revoke(sessionId: string, now: Date, ending?: Ending): Promise<boolean>
  /** The same, if the session is this account's. Another's is not there. */
  revokeOwn(accountId: string, sessionId: string, now: Date, ending?: Ending): Promise<boolean>
  /** Ends every session of an account, but for the one named, and forgets their devices. Answers how many lived. */
  revokeAll(accountId: string, now: Date, only?: { except?: string; event?: Event }): Promise<number>
  /** A session that was not revoked, with its account and the tokens that were not used yet. */
  begun(id: string): Promise<Begun | undefined>
  /** The account's living sessions, last seen first. */
  list(accountId: string, now: Date): Promise<Session[]>
  /**
   * The device that what was shown comes from, if it began a session of the owner's, living or not, that ended no earlier than
   * `since`. However many tokens it shows, it has one name.
   */
  knownDevice(owner: Owner, shown: ShownDevice, since: Date): Promise<string | undefined>
}

/** Whose device it would be: the account that this finds. */
export type Owner = { realm: Realm; kind: IdentityKind; value: string }

/** What a caller shows of the device that it calls from, as SHA-256: a browser's device tokens, a bearer token of any age. */
export type ShownDevice = { browserHashes: readonly string[]; tokenHash: string | null }
