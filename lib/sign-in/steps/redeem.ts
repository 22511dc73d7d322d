import type { NewAccount } from "@/lib/account/account"
import type { Event } from "@/lib/account/event"
import type { Language } from "@/lib/account/language"
import type { Use } from "@/lib/account/passkey"
import type { TrustUse } from "@/lib/account/trusted-device"
import type { Challenge } from "@/lib/challenge/challenge"
import type { RightGuess } from "@/lib/challenge/right-guess"
import type { NewSession } from "@/lib/session/session"

/** A newcomer whose number may be drawn as the account is made. */
export type Joining = Omit<NewAccount, "number"> & { number?: number }

/** A proof about to be turned into a session: a right PIN, a right password, a passkey, a provider's word, a trusted device. */
export type Redemption = {
  /** The challenge that the proof consumes, where it consumes one. */
  challenge?: Challenge
  /** One use of a passkey, which counts. */
  passkey?: Use
  /** One use of a trusted device, whose token it replaces and whose former session it ends. */
  trust?: TrustUse
  /** The account to make, when the proof is a newcomer's. */
  newAccount?: Joining | undefined
  session: NewSession
  /** The language of the page on which it was shown: texts to the account speak it from now on, if it has none yet, or if it was chosen. */
  language?: Language | undefined
  isLanguageChosen?: boolean | undefined
  /** Ends the account's other sessions of this audience, and records each as replaced. */
  single?: boolean
  /** What the guess takes back, where the proof was guessed right. */
  guess?: RightGuess | undefined
  /** Whose waits between messages end. */
  coolDownSubject?: string
  /** What goes into the record. */
  event: Event
  now: Date
}

/**
 * Consumes the challenge, makes the newcomer's account, mints the session, clears the counts and records it, all or nothing.
 * Sign-ins to one account go one after the other. Answers the account's number. `lost`: another call consumed the challenge first, or
 * it opens the account no more; or the passkey is gone, or its counter went on meanwhile; or the trust is gone, was used, or is none that the account may have. `taken`: an account with one of the newcomer's identities was made meanwhile.
 */
export type Redeem = (redemption: Redemption) => Promise<{ number: number } | "lost" | "taken">
