import type { Account, Applicant } from "@/lib/account/account"
import type { Realm } from "@/lib/account/realm"
import type { RightGuess } from "@/lib/challenge/right-guess"
import { type Duration, minutes } from "@/lib/time"

/** A PIN and its life. Only what the PIN is derived from is kept, never the PIN. */
export type Challenge = {
  id: string
  realm: Realm
  /** What the caller typed to be found: an email, a phone. One subject has one current challenge. */
  subject: string
  purpose: "sign-in" | "register" | "change-phone"
  accountId: string | null
  applicant: Applicant | null
  /** Where the PIN goes, E.164. Null for a decoy, which counts tries and which no PIN opens. */
  phone: string | null
  whitelabelId: number
  /** The id of the key that its PIN is derived under. */
  keyId: string
  /** SHA-256 of the key that the caller must show with the PIN, where the wire has one. */
  keyHash: string | null
  /** Tries that were spent, by whose they were: see `Target`. */
  tries: Readonly<Record<string, number>>
  issuedAt: Date
  expiresAt: Date
  usedAt: Date | null
}

/** The pool of tries of the owner's known devices, and who asked where one of these did. */
export const home = "home"

/** A challenge about to be issued, and who asked for it: `home`, or a network as a keyed hash. */
export type NewChallenge = Omit<Challenge, "tries" | "usedAt"> & { asker?: string }

/**
 * A challenge of which a try was spent: out of which pool, and how many of that pool are spent now; whose it is, and whether a
 * change of their phone is due, which kills what went to the phone before it.
 */
export type Tried = Challenge & {
  pool: string
  triesSpent: number
  account: Account | undefined
  isChangeDue: boolean
}

/** How long a PIN lives (NIST SP 800-63B-4, 3.1.3.2: at most 10 minutes). */
export const challengeLife: Duration = minutes(10)

/** A challenge with less life than this is not sent again: a new one is issued. */
export const shortestUsefulLife: Duration = minutes(2)

/** How long a realm's PINs are, and after how many wrong ones a challenge is dead. GoodCity's length is published. */
export const pinRules: Readonly<Record<Realm, { digits: number; tries: number }>> = {
  handbid: { digits: 6, tries: 5 },
  goodcity: { digits: 4, tries: 3 },
  commerce: { digits: 6, tries: 5 },
  social: { digits: 6, tries: 5 },
}

/** A challenge is sent again only while it lives at this instant, and its key is among those still held. */
export type WorthRepeating = { aliveAt: Date; keyIds: readonly string[] }

/**
 * A challenge about to be issued. With `worth` the subject keeps the live one that says the same (phone, purpose, account, whitelabel)
 * and is worth repeating, so that a resend repeats its PIN. One of which any pool of tries is spent is not, since a caller who asks again may
 * type it anywhere; but a stranger does not replace what the owner asked for at home. Without it the old PIN dies in any case.
 */
export type Issue = { challenge: NewChallenge; worth: WorthRepeating | undefined }

/** The challenges. Each method is one conditional statement: of two callers at once, one wins. */
export type Challenges = {
  /** Issues the challenge, and answers the one that the subject has from now on. */
  issue(issue: Issue): Promise<Challenge>
  /** The subject's challenge, dead or alive, unless it is used or a decoy: what a resend would renew. */
  unused(realm: Realm, subject: string): Promise<Challenge | undefined>
  /** Changes what the newcomer claims, if the live registration goes to this very phone. */
  amend(realm: Realm, subject: string, phone: string, applicant: Applicant, now: Date): Promise<boolean>
  /** Whom a key stands for, decoys included. */
  subjectOf(keyHash: string): Promise<string | undefined>
  /** Gives back a try that was not looked at; or whose right PIN lost a race, and then what else it was charged. */
  returnTry(tried: Pick<Tried, "id" | "pool">, guess: RightGuess | undefined, now: Date): Promise<void>
}
