import type { DrainingPolicy } from "@/lib/limits/draining-budgets"
import type { Quota } from "@/lib/refusal"
import { days, hours, minutes, seconds } from "@/lib/time"

type StrangerTexts = {
  account: DrainingPolicy
  realm: DrainingPolicy
  strict: { network: DrainingPolicy; place: DrainingPolicy }
  trusted: { network: DrainingPolicy; place: DrainingPolicy }
}

const people = { perVerified: 2, halfLife: days(30) }

/** The limits of the contracts, which always hold. The firewall's own thresholds are in firewall-policy.ts. */
export const policy = {
  /** Requests per address and endpoint without a good captcha token (published: 10 in 5 minutes). */
  strictLane: { name: "strict", points: 10, window: minutes(5) },
  /** The same with a good token: roomy enough for a hall full of people behind one address. */
  trustedLane: { name: "trusted", points: 300, window: minutes(5) },
  /** The same for all the addresses around one: its /24, or /48 in IPv6. The firewall's, not the contract's. */
  strictPlace: { name: "strict-place", points: 300, window: minutes(5), wide: true },
  trustedPlace: { name: "trusted-place", points: 3000, window: minutes(5), wide: true },
  /** A captcha token opens the trusted lane once; Google's tokens live 2 minutes. */
  captchaToken: { name: "captcha", points: 1, window: minutes(5) },
  /** Wrong PINs per address, whatever the account. */
  pinTries: { name: "pin", points: 30, window: minutes(5) },
  /** PINs that are tried from all the addresses around one, right or wrong: each leaves rows. */
  pinPlace: { name: "pin-place", points: 1000, window: minutes(5), wide: true },
  /** Wrong passwords per address, and wrong client secrets, which a busy server's right ones stand in line with. */
  passwordTries: { name: "password", points: 30, window: minutes(5) },
  clientTries: { name: "client", points: 300, window: minutes(5) },
  /** Wrong passwords for one email (NIST SP 800-63B-4, 3.2.2), but from networks that its owner is known from. */
  passwordCap: { name: "password-cap", points: 100, window: days(1) },
  /** Accounts made without a text message, per address, and keys that one account makes. */
  passwordAccounts: { name: "accounts", points: 100, window: hours(1) },
  apiKeys: { name: "api-keys", points: 100, window: hours(1) },
  /** Text messages to one phone, and how many of these strangers may ask for: the rest is for devices that signed in before. */
  perHour: { name: "hour", points: 5, window: hours(1) },
  perDay: { name: "day", points: 10, window: days(1) },
  strangersHour: { name: "strangers-hour", points: 4, window: hours(1) },
  strangersDay: { name: "strangers-day", points: 8, window: days(1) },
  /** Text messages for one subject that one network may ask for. */
  perAsker: { name: "asker-day", points: 5, window: days(1) },
  /**
   * Texts to known people that strangers asked for and that were never verified: to one phone, and from one network and those around it,
   * without a good captcha token and with one. While a realm's are over, networks that owe next to nothing are heard alone.
   */
  strangerTexts: {
    account: { capacity: 8, drains: hours(8), ...people },
    realm: { capacity: 300, drains: minutes(5), perVerified: 0.1, halfLife: days(30) },
    strict: {
      network: { capacity: 30, drains: hours(6), underSuspicion: 2, ...people },
      place: { capacity: 100, drains: hours(1), underSuspicion: 8, ...people },
    },
    trusted: {
      network: { capacity: 300, drains: hours(1), underSuspicion: 10, ...people },
      place: { capacity: 1000, drains: minutes(15), underSuspicion: 30, ...people },
    },
  },
  /** Proofs of work that are checked, each of which costs us CPU, per address and for those around it. Each puzzle is answered once. */
  work: { name: "work", points: 100, window: minutes(5) },
  workPlace: { name: "work-place", points: 600, window: minutes(5), wide: true },
  puzzle: { name: "puzzle", points: 1, window: minutes(10) },
  /** Requests to the discovery endpoints, per account or address. A comfort limit: it fails open. */
  discovery: { name: "discovery", points: 600, window: minutes(5) },
  /** Sign-ins by Google or Apple, and refreshes where they are limited, per network. Comfort limits: they fail open. */
  socialSignIn: { name: "social-sign-in", points: 100, window: minutes(5) },
  socialRefresh: { name: "social-refresh", points: 300, window: minutes(5) },
  /**
   * Refreshes of one session, of all that an account has, and of a network, which may be a shop's server or a whole town's. Each
   * leaves one row for good, so that an hour holds no honest burst up and a day stays small. They guard our disk.
   */
  refresh: { name: "refresh", points: 3000, window: hours(1) },
  accountRefresh: { name: "account-refresh", points: 6000, window: hours(1) },
  networkRefresh: { name: "network-refresh", points: 30_000, window: hours(1) },
  /** Devices that an account registers: apps do it whenever they start. How many it has, and when one that is silent lapses. */
  devices: { name: "devices", points: 30, window: minutes(5) },
  networkDevices: { name: "network-devices", points: 600, window: minutes(5) },
  mostDevices: 20,
  deviceLapses: days(30),
  /** Passkeys that are shown or made from one network. A comfort limit: it fails open. */
  passkeys: { name: "passkeys", points: 300, window: minutes(5) },
  /** Trusted devices that are shown from one network. A comfort limit: it fails open. */
  trustedDevices: { name: "trusted-devices", points: 300, window: minutes(5) },
  /** What an authenticator is asked to sign: for how long it may be answered, and once. */
  ceremony: { name: "ceremony", points: 1, window: minutes(10) },
  ceremonyLife: minutes(5),
  /** How lately an account's owner must have signed in to add a passkey (ASVS 5.0, 7.5.1). */
  freshSignIn: minutes(15),
  /** Favourites that an account marks or unmarks. */
  favorites: { name: "favorites", points: 300, window: minutes(5) },
  /** Sessions that one account opens without a text message, and tokens that one machine, which is the operator's own, gets. */
  signIns: { name: "sign-ins", points: 300, window: hours(1) },
  clientTokens: { name: "client-tokens", points: 100_000, window: hours(1) },
  /** Passwords that are hashed for the addresses around one, right or wrong: it is the hash that costs. Accounts made there. */
  passwordPlace: { name: "password-place", points: 600, window: minutes(5), wide: true },
  accountsPlace: { name: "accounts-place", points: 300, window: hours(1), wide: true },
  /** When to come back where there is too much to do at once. */
  busy: seconds(2),
  /** The wait between two messages to one subject: it doubles with each, and is forgotten after an hour's rest. */
  firstWait: seconds(30),
  longestWait: hours(1),
  waitForgottenAfter: hours(1),
  /** When to come back after a sender, or what guards it, failed. */
  outage: seconds(30),
} as const satisfies Record<string, Quota | number | StrangerTexts>
