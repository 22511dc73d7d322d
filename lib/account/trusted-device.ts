import type { Account } from "@/lib/account/account"
import type { Event } from "@/lib/account/event"
import { type Duration, days } from "@/lib/time"

/** For how long a device is not texted, however often it is used. */
export const trustLife: Duration = days(30)

/** How many an account may have. One more takes the place of the oldest. */
export const mostTrusted = 10

/** At whose host a trust was made, where that is nobody's but ours. */
export const ourHost = 0

/** A browser whose owner asked for no more texts there. */
export type TrustedDevice = {
  id: string
  accountId: string
  /** The whitelabel at whose own host it was made, or `ourHost`. */
  host: number
  /** SHA-256 of the token that opens, and of the one before it, which was replaced at `rotatedAt`. */
  hash: string
  formerHash: string | null
  rotatedAt: Date | null
  /** The newest session that began in it. */
  sessionId: string
  /** When its owner typed a PIN there. */
  createdAt: Date
  lastUsedAt: Date | null
  endsAt: Date
}

/** A trust about to be kept. */
export type NewTrust = Pick<TrustedDevice, "id" | "accountId" | "host" | "hash" | "sessionId" | "createdAt" | "endsAt">

/** One use of a trust: its token is replaced. Operators' phones are never trusted. */
export type TrustUse = Pick<TrustedDevice, "id" | "host" | "hash"> & {
  nextHash: string
  operatorPhones: readonly string[]
}

/** A trust as its owner sees it: with the browser that its newest session began in. */
export type ListedTrust = Pick<TrustedDevice, "id" | "createdAt" | "lastUsedAt" | "endsAt"> & {
  network: string | null
  userAgent: string | null
}

/** Trusted devices in the database. Each method but `find` and `list` is one conditional statement. */
export type TrustedDevices = {
  /**
   * Keeps a trust and records it, if the session lives, the account's whitelabel trusts devices and the account is no operator's. Those that the same browser
   * showed go. Answers whether it was kept.
   */
  insert(trust: NewTrust, shown: readonly string[], operatorPhones: readonly string[], event: Event): Promise<boolean>
  /** That one of these trusts which is of the account that this email finds, whatever has become of it, and the account. */
  find(ids: readonly string[], realm: Account["realm"], email: string, now: Date): Promise<FoundTrust | undefined>
  /** An account's living ones, the newest first. */
  list(accountId: string, now: Date): Promise<ListedTrust[]>
  /**
   * A browser signed in anew, by whatever way: its trust of that account, if it has one that lives, ends with the new session's device. Both are named by
   * the hash of a token.
   */
  follow(hashes: readonly string[], accessHash: string): Promise<void>
  /** Whether the account had it. It opens nothing from then on, which is recorded with it. */
  remove(accountId: string, id: string, event: Event): Promise<boolean>
  /** Those of a browser whose visitor wants to be forgotten there; each is recorded for its account. */
  forget(hashes: readonly string[], event: Event): Promise<void>
  /**
   * Ends a trust of which an old token was shown, unless that has become the one that opens, and the session that its newest use began: whoever holds the newer token may be the
   * thief. Its device is forgotten. Answers whether this call ended it.
   */
  reused(id: string, hash: string, now: Date, event: Event): Promise<boolean>
}

/** `lives`: nothing has had its device forgotten. */
export type FoundTrust = { device: TrustedDevice; account: Account; lives: boolean; isChangeDue: boolean }
