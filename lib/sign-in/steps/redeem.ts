import type { NewAccount } from "@/lib/account/account"
import type { Challenge } from "@/lib/challenge/challenge"
import type { NewSession } from "@/lib/session/session"

/** A proof about to be turned into a session: a right PIN, a right password, a provider's word. */
export type Redemption = {
  /** The challenge that the proof consumes, where it consumes one. */
  challenge?: Challenge
  /** The account to make, when the proof is a newcomer's. */
  newAccount?: NewAccount | undefined
  session: NewSession
  /** Ends the account's other sessions of this audience. */
  single?: boolean
  /** Counts of failures that end with this success. */
  failureKeys?: string[]
  coolDownSubject?: string
  now: Date
}

/** Done; and the sessions that it ended, where it ended any. */
export type Redeemed = { ended: string[] }

/**
 * Consumes the challenge, makes the newcomer's account, mints the session and clears the counts, all or nothing. Sign-ins
 * to one account go one after the other. `lost`: another call consumed the challenge first. `taken`: an account with
 * one of the newcomer's identities was made meanwhile.
 */
export type Redeem = (redemption: Redemption) => Promise<Redeemed | "lost" | "taken">
