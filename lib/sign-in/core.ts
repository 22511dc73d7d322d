import type { Account, Accounts } from "@/lib/account/account"
import type { Addresses } from "@/lib/account/address"
import type { Addressees } from "@/lib/account/addressee"
import type { Consents } from "@/lib/account/consent"
import type { Devices } from "@/lib/account/device"
import type { Events } from "@/lib/account/event"
import type { Language } from "@/lib/account/language"
import type { OperatorSeats } from "@/lib/account/operator-seat"
import type { Authenticators, Passkeys } from "@/lib/account/passkey"
import type { Passwords } from "@/lib/account/password"
import type { PhoneChanges } from "@/lib/account/phone-change"
import type { Identifiers } from "@/lib/account/provider"
import type { Realm } from "@/lib/account/realm"
import type { Themes } from "@/lib/account/theme"
import type { TrustedDevices } from "@/lib/account/trusted-device"
import type { Challenges } from "@/lib/challenge/challenge"
import type { Guesses } from "@/lib/challenge/guesses"
import type { Channel, Channels } from "@/lib/delivery/channel"
import type { Sms } from "@/lib/delivery/sms"
import type { Captcha } from "@/lib/firewall/captcha"
import type { Console } from "@/lib/firewall/console"
import type { Firewall } from "@/lib/firewall/firewall"
import type { KeptPolicy } from "@/lib/firewall/versions/kept"
import type { PolicyVersions } from "@/lib/firewall/versions/versions"
import type { Work, Worker } from "@/lib/firewall/work"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { DrainingBudgets } from "@/lib/limits/draining-budgets"
import type { Limits } from "@/lib/limits/limits"
import type { ApiKeys } from "@/lib/session/api-key"
import type { AuthorizationCodes } from "@/lib/session/authorization-code"
import type { DeviceProof } from "@/lib/session/known-device"
import type { LogoutNotices, PostLogout } from "@/lib/session/logout-notice"
import type { MadeApps } from "@/lib/session/made-app"
import type { OAuthClients } from "@/lib/session/oauth-client"
import type { Audience } from "@/lib/session/policy"
import type { Sessions, SignedIn } from "@/lib/session/session"
import type { Signer } from "@/lib/session/signing"
import type { Redeem } from "@/lib/sign-in/steps/redeem"
import type { Duration, Now } from "@/lib/time"

/** Everything that the verbs need from outside, as plain values. */
export type Core = {
  now: Now
  /** A random id, unguessable. */
  newId: () => string
  /** A random bearer token of 256 bits. */
  newToken: () => string
  /** A random key of 128 bits, to be shown with a PIN. */
  newKey: () => string
  keys: KeyRing
  /** The host that SMS are bound to. */
  host: string
  countries: ReadonlySet<string> | "all"
  /** How long an access token lives for this client. */
  accessLifetime: (audience: Audience, client: string) => Duration
  /** Our public origin, which names us in tokens. */
  issuer: string
  signer: Signer
  accounts: Accounts
  addressees: Addressees
  addresses: Addresses
  phoneChanges: PhoneChanges
  /** Which accounts operate the console. */
  operatorSeats: OperatorSeats
  devices: Devices
  passwords: Passwords
  passkeys: Passkeys
  /** Browsers that are not texted for a while. */
  trustedDevices: TrustedDevices
  /** Reads what passkeys sign. */
  authenticators: Authenticators
  apiKeys: ApiKeys
  /** How an API key begins. */
  apiKeyPrefix: string
  oauthClients: OAuthClients
  /** Those that operators make on the console. */
  madeApps: MadeApps
  authorizationCodes: AuthorizationCodes
  consents: Consents
  /** Which apps have yet to be told that a session ended, and how they are. */
  logoutNotices: LogoutNotices
  postLogout: PostLogout
  challenges: Challenges
  guesses: Guesses
  drainingBudgets: DrainingBudgets
  sessions: Sessions
  events: Events
  /** Budgets that guard money, on Redis where there is one. */
  limits: Limits
  /** Budgets that guard a PIN, always in Postgres. */
  tries: Limits
  /** Google and Apple, who vouch for people. */
  identifiers: Identifiers
  captcha: Captcha
  /** What a browser can bring instead of a captcha token. */
  work: Work
  firewall: Firewall
  /** What operators made of its policy: every version, and what of them is in force. */
  policies: { versions: PolicyVersions; kept: KeptPolicy }
  /** What operators see of the firewall's ledger. */
  console: Console
  sms: Sms
  /** The channels in use, the first of which every PIN goes by unless its caller asks for another. */
  channels: Channels
  /** How whitelabels look, and what their messages call them. */
  themes: Themes
  redeem: Redeem
  /** Does work after the answer has left, so that it shows neither in the answer nor in its time. */
  later: (task: () => Promise<unknown>) => void
  /** Logs a failure that did not keep the caller from an answer: its name and place. */
  warn: (event: string, problem: unknown) => void
  /** Whether our clock agrees with the database's, so that money and waits may be decided by it. */
  isClockRight: () => boolean
}

/**
 * Who calls, as far as the verbs care, and what says that its device signed in before: the bearer token of an API client, of
 * whatever age, and the device tokens that our pages' cookie holds.
 */
export type Caller = DeviceProof & {
  realm: Realm
  /** Whom the session will be for. */
  audience: Audience
  client: string
  /** The caller's IP address; undefined where it is not known for certain. */
  address: string | undefined
  /** The device that the caller names, where sessions are bound to one. */
  device?: string | undefined
  /** The machine that HTTP Basic names, and its secret in each way that clients write it. */
  basic?: { id: string; secrets: string[] } | undefined
  /** What this dialect's tokens say of an account, beyond RFC 9068. */
  claims?: (account: Account) => Record<string, unknown>
  /** Whom this client is for, where it is not for everybody: anyone else is treated as unknown. */
  reservedFor?: (account: Account) => boolean
  userAgent: string | undefined
  /** The language of the page that asks; undefined for API clients. */
  language?: Language | undefined
  /** Whether a person chose it: an account's language is changed by a choice alone. */
  isLanguageChosen?: boolean
  /** By which channel they want the PIN, where our own pages let them choose. */
  channel?: Channel | undefined
  /** What it worked for, where it is a page of ours that can work; any other is offered none. */
  work?: Worker | undefined
  /** Whether anybody still waits for the answer. Undefined where that cannot be told. */
  isWaiting?: () => boolean
  /** What the session is to be known by on this browser from now on. */
  newBrowserToken?: string | undefined
}

/** A caller who may be signed in. */
export type Visitor = Caller & { signedIn: SignedIn | undefined }

/** A caller who is signed in. */
export type Member = Caller & { signedIn: SignedIn }
