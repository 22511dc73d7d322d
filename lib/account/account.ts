import type { Language } from "@/lib/account/language"
import type { Realm } from "@/lib/account/realm"

/** Someone who proved who they are: by a phone, a password or a provider. */
export type Account = {
  id: string
  /** For wires that want a number. */
  number: number
  realm: Realm
  firstName: string
  lastName: string
  email: string | null
  /** A provider vouched for the email. Else it is only claimed: anybody can have typed it. */
  emailVerified: boolean
  phone: string | null
  phoneCountry: string | null
  whitelabelId: number
  /** What the account may do beyond signing in, where its realm knows such a thing. */
  permissionId?: number | null
  /** The language of texts to them: that of the page on which they last signed in, or the one chosen since; null while unknown. */
  language?: Language | null
  createdAt: Date
  lastSignInAt: Date | null
}

/** What identifies an account within its realm. */
export type IdentityKind = "email" | "phone" | "google" | "apple"

/** An account about to be made, and what it will be found by. */
export type NewAccount = Account & {
  identities: { kind: IdentityKind; value: string }[]
  phoneVerifiedAt: Date | null
  passwordHash: string | null
}

/** What a newcomer claims. It becomes an account when the PIN that goes with it is verified. */
export type Applicant = {
  firstName: string
  lastName: string
  phoneCountry: string
  email?: string
  /** GoodCity's newcomers name a district and a kind of address. */
  address?: { districtId: number | null; kind: string }
}

/** The accounts, found by what identifies them. */
export type Accounts = {
  byId(id: string): Promise<Account | undefined>
  by(kind: IdentityKind, realm: Realm, value: string): Promise<Account | undefined>
  /** The password's argon2id hash beside the id of the account that an email finds. */
  withPassword(realm: Realm, email: string): Promise<{ accountId: string; passwordHash: string } | undefined>
  /** The phone that the account has proved to have, if it has. */
  verifiedPhone(accountId: string): Promise<string | undefined>
  /** Draws the next account number. Numbers may be skipped, never given twice. */
  newNumber(): Promise<number>
  /** From now on texts to them speak this language. */
  speak(accountId: string, language: Language): Promise<void>
  identities(accountId: string): Promise<{ kind: IdentityKind; value: string; createdAt: Date }[]>
}
