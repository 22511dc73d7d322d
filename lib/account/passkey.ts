import type { Account } from "@/lib/account/account"
import type { Event } from "@/lib/account/event"

/** A passkey: the public half of a key that a device keeps for one account at one of our hosts. */
export type Passkey = {
  /** The credential's id, in base64url. */
  id: string
  accountId: string
  /** The relying party that it was made for. */
  rpId: string
  name: string
  /** The COSE key, in base64url. */
  publicKey: string
  /** How often its authenticator says that it was used; 0 for those that do not count. */
  counter: number
  transports: string[]
  /** Whether it is kept on several devices. */
  isBackedUp: boolean
  createdAt: Date
  lastUsedAt: Date | null
}

/** How many an account may have. */
export const mostPasskeys = 20

/** Passkeys in the database. */
export type Passkeys = {
  /**
   * Keeps a new one and records it, if the session that asked still lives. `taken`: the credential is known already. `full`: the account
   * has as many as it may.
   */
  insert(passkey: Passkey, bySession: string, event: Event): Promise<"kept" | "taken" | "full" | "signed-out">
  /** The passkey of this id and whose it is; undefined where there is none, or no more. */
  find(id: string): Promise<{ passkey: Passkey; account: Account } | undefined>
  /** An account's, the newest first. */
  list(accountId: string): Promise<Passkey[]>
  /** Whether the account had it. */
  rename(accountId: string, id: string, name: string): Promise<boolean>
  /** Whether the account had it. It opens nothing from then on, which is recorded with it. */
  remove(accountId: string, id: string, event: Event): Promise<boolean>
}

/** What a browser was asked to sign, and at which of our origins. */
export type Asked = { challenge: string; origin: string; rpId: string }

/** Why an authenticator's answer does not count. */
export type NotProved =
  /** It is no answer, or not signed by the passkey's key. */
  | "wrong"
  /** It was made at another origin, or for another relying party. */
  | "elsewhere"
  /** The authenticator did not check that it is its owner. */
  | "unverified"
  /** Its counter went back: there may be a copy of the key. */
  | "copied"

/** What a new passkey is, as its authenticator tells. */
export type Made = Pick<Passkey, "id" | "publicKey" | "counter" | "transports" | "isBackedUp">

/**
 * Reads what authenticators answer, as a browser writes it in JSON (W3C Web Authentication, Level 3, chapter 7). Throws at nothing that
 * it may be given.
 */
export type Authenticators = {
  /** Which credential and which challenge an answer names, before anything of it is believed. */
  claimsOf(answer: string): { id: string; challenge: string } | undefined
  /** The passkey that was made (7.1). Attestation is not asked for. */
  made(answer: string, asked: Asked): Promise<Made | NotProved>
  /** What a known passkey signed (7.2), and how often it was used by now. */
  proved(answer: string, asked: Asked, passkey: Passkey): Promise<Use | NotProved>
}

/** What an authenticator says of one use of a passkey. */
export type Use = Pick<Passkey, "id" | "counter" | "isBackedUp">

/** How an authenticator is told whose a passkey is: the account's id, in base64url, which tells nothing of a person. */
export const userHandleOf = (accountId: string): string => Buffer.from(accountId).toString("base64url")
