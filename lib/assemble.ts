import type { Authenticators } from "@/lib/account/passkey"
import type { Passwords } from "@/lib/account/password"
import type { Identifiers } from "@/lib/account/provider"
import type { Channels } from "@/lib/delivery/channel"
import type { Sms } from "@/lib/delivery/sms"
import type { DiscoveryCore } from "@/lib/discovery/browse"
import type { BooksNews } from "@/lib/firewall/books/news"
import type { Captcha } from "@/lib/firewall/captcha"
import type { Firewall } from "@/lib/firewall/firewall"
import { type LineType, type LineTypes, nobodyToAsk } from "@/lib/firewall/line-types"
import { nobodysOpinion } from "@/lib/firewall/opinions/opinion"
import { keptPolicy } from "@/lib/firewall/versions/kept"
import type { Work } from "@/lib/firewall/work"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Limits } from "@/lib/limits/limits"
import { tellApps } from "@/lib/oauth/tell-apps"
import type { PostLogout } from "@/lib/session/logout-notice"
import { sessionPolicies } from "@/lib/session/policy"
import { signer } from "@/lib/session/signing"
import { accounts } from "@/lib/store/accounts"
import { addressees } from "@/lib/store/addressees"
import { addresses } from "@/lib/store/addresses"
import { apiKeys } from "@/lib/store/api-keys"
import { authorizationCodes } from "@/lib/store/authorization-codes"
import { books } from "@/lib/store/books"
import { catalogue } from "@/lib/store/catalogue"
import { challenges } from "@/lib/store/challenges"
import { consents } from "@/lib/store/consents"
import { consoleOf } from "@/lib/store/console"
import type { Database } from "@/lib/store/database"
import { devices } from "@/lib/store/devices"
import { drainingBudgets } from "@/lib/store/draining-budgets"
import { events } from "@/lib/store/events"
import { folds } from "@/lib/store/folds"
import { guesses } from "@/lib/store/guesses"
import { ledger } from "@/lib/store/ledger"
import { limitsInPostgres } from "@/lib/store/limits-in-postgres"
import { rememberedLineTypes } from "@/lib/store/line-types"
import { logoutNotices } from "@/lib/store/logout-notices"
import { madeApps } from "@/lib/store/made-apps"
import { oauthClients } from "@/lib/store/oauth-clients"
import { operatorLists } from "@/lib/store/operator-lists"
import { operatorSeats } from "@/lib/store/operator-seats"
import { type Asked, rememberedOpinions } from "@/lib/store/opinions"
import { passkeys } from "@/lib/store/passkeys"
import { phoneChanges } from "@/lib/store/phone-changes"
import { policyVersions } from "@/lib/store/policy-versions"
import { redeem } from "@/lib/store/redeem"
import { sessions } from "@/lib/store/sessions"
import { signingKeys } from "@/lib/store/signing-keys"
import { themes } from "@/lib/store/themes"
import { trustedDevices } from "@/lib/store/trusted-devices"
import { type Now, seconds } from "@/lib/time"

/** What differs between production, development and tests. */
export type Parts = {
  db: Database
  now: Now
  newId: () => string
  newToken: () => string
  newKey: () => string
  keys: KeyRing
  /** The host that SMS are bound to, and our public origin, which names us in tokens. */
  host: string
  issuer: string
  /** Does work after the answer has left. */
  later: (task: () => Promise<unknown>) => void
  warn: (event: string, problem: unknown) => void
  isClockRight: () => boolean
  countries: ReadonlySet<string> | "all"
  /** Access-token seconds per Handbid client. */
  clientLifetimes: Readonly<Record<string, number>>
  identifiers: Identifiers
  captcha: Captcha
  work: Work
  sms: Sms
  channels: Channels
  passwords: Passwords
  authenticators: Authenticators
  /** Tells an app that a session of its people ended. */
  postLogout: PostLogout
  /** How an API key begins. */
  apiKeyPrefix: string
  /** How the SMS firewall is set. */
  firewall: Pick<Firewall, "enforce" | "policy"> & { lineTypes?: LineTypes }
  /** What no day of text messages may cost, in US dollars, whatever operators set. */
  ceiling: number
  /** Tells what kind of line a number is, for money. Undefined where nobody is asked. */
  lookUp?: ((e164: string) => Promise<LineType>) | undefined
  /** Tells what is thought of a number outside, for money. Undefined where nobody is asked. */
  opinions?: Asked | undefined
  /** Hears what the firewall decided and counted, once it is kept. */
  hear?: ((news: BooksNews) => void) | undefined
  /** Redis, where there is one. */
  limits: Limits | undefined
}

/** The core on a database. */
export function assemble({
  db,
  limits,
  clientLifetimes,
  firewall,
  lookUp,
  opinions,
  ceiling,
  ...parts
}: Parts): DiscoveryCore {
  const { policy, enforce } = firewall
  const versions = policyVersions(db)
  const kept = keptPolicy({ ...parts, versions, base: { policy, countries: parts.countries, ceiling } })
  const inPostgres = limitsInPostgres(db)
  const counts = folds(db)
  const { remembered } = policy.lookup
  const untold = logoutNotices(db)
  const core: DiscoveryCore = {
    ...parts,
    get countries() {
      return kept.current().countries
    },
    accessLifetime(audience, client) {
      const shorter = audience === "handbid" ? clientLifetimes[client] : undefined
      return shorter ? seconds(shorter) : sessionPolicies[audience].access
    },
    signer: signer({ keys: parts.keys, now: parts.now, newToken: parts.newToken, signingKeys: signingKeys(db) }),
    accounts: accounts(db),
    addressees: addressees(db, limits),
    addresses: addresses(db),
    phoneChanges: phoneChanges(db),
    operatorSeats: operatorSeats(db),
    devices: devices(db),
    passkeys: passkeys(db),
    trustedDevices: trustedDevices(db),
    apiKeys: apiKeys(db),
    oauthClients: oauthClients(db),
    madeApps: madeApps(db),
    authorizationCodes: authorizationCodes(db),
    consents: consents(db),
    logoutNotices: untold,
    challenges: challenges(db),
    guesses: guesses(db),
    drainingBudgets: drainingBudgets(db),
    sessions: sessions(db, (accountId) =>
      parts.later(async () => {
        await untold.catchUp(accountId, parts.now())
        await tellApps(core)
      }),
    ),
    events: events(db, counts.event),
    firewall: {
      lineTypes:
        firewall.lineTypes ?? (lookUp ? rememberedLineTypes(db, lookUp, { ...parts, remembered }) : nobodyToAsk),
      opinions: opinions ? rememberedOpinions(db, opinions, { ...policy.opinions, ...parts }) : nobodysOpinion,
      enforce,
      get policy() {
        return kept.current().policy
      },
      books: books(db, parts.hear),
      ledger: ledger(db, counts.decision, parts.hear),
      lists: operatorLists(db),
    },
    policies: { versions, kept },
    console: consoleOf(db, parts.now),
    themes: themes(db, parts),
    catalogue: catalogue(db, limits),
    limits: limits ?? inPostgres,
    tries: inPostgres,
    redeem: redeem(db),
  }
  return core
}
