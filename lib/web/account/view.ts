import { ownersEvents } from "@/lib/account/event"
import type { Language } from "@/lib/account/language"
import { permissionsOf } from "@/lib/account/permission"
import { type Provider, providers } from "@/lib/account/provider"
import { isFresh } from "@/lib/my-account/passkeys"
import { after, days } from "@/lib/time"
import { appNames } from "@/lib/web/account/app-names"
import { deviceOf } from "@/lib/web/account/device"
import { wordsForEvent } from "@/lib/web/account/event-words"
import type { NewKey } from "@/lib/web/cookie"
import { lookOnce } from "@/lib/web/look-once"
import { type Moment, momentsIn } from "@/lib/web/moments"
import type { Site } from "@/lib/web/site"
import type { Viewer } from "@/lib/web/viewer"
import type { Say } from "@/lib/words/say"

/** Who is signed in. */
export type Person = { firstName: string; lastName: string; email: string }
/** A place is a country's name. */
export type SessionView = { id: string; device: string; place: string | undefined; lastSeen: Moment; isThis: boolean }
export type ApiKeyView = {
  id: string
  name: string
  ending: string
  scopes: string[]
  createdAt: Moment
  lastUsedAt: Moment | undefined
}
export type PasskeyView = {
  id: string
  name: string
  /** Whether it is kept on several devices. */
  isBackedUp: boolean
  createdAt: Moment
  lastUsedAt: Moment | undefined
}
/** A browser that is not texted. */
export type TrustView = { id: string; device: string; place: string | undefined; lastUsed: Moment; endsAt: Moment }
export type EventView = { key: string; at: Moment; words: string; place: string | undefined }
export type PhoneChangeView = {
  /** The last two digits of the new phone. */
  ending: string
  isNewProved: boolean
  /** False where the old phone's PIN could not be sent, and was not asked for again. */
  isOldSent: boolean
  effectiveAt: Moment | undefined
  /** What an operator finds the change by, where no message reaches the old phone; else undefined. */
  reference: string | undefined
}

/** Everything that the account pages show. It holds no secret but a key that was just made. */
export type AccountView = {
  person: Person
  /** When wrong PINs last reached the cap, within 30 days: the owner is told. */
  pinsCappedAt: Moment | undefined
  sessions: SessionView[]
  /** Who else the person can sign in with, besides the phone. */
  connected: Provider[]
  passkeys: PasskeyView[]
  /** Whether one may be added: its owner signed in just now. */
  mayAddPasskey: boolean
  trustedDevices: TrustView[]
  apiKeys: ApiKeyView[]
  /** What a key may be allowed. */
  permissions: readonly string[]
  newKey: NewKey | undefined
  events: EventView[]
  /** The last two digits of the phone, where there is one. */
  phoneEnding: string | undefined
  phoneChange: PhoneChangeView | undefined
}

/** The viewer's account in their language; undefined for a visitor who is signed out. */
export async function accountOf({ signedIn, cookie }: Viewer, site: Site, say: Say): Promise<AccountView | undefined> {
  if (!signedIn) return undefined
  const { session, account } = signedIn
  const { core } = site
  const { id, firstName, lastName, email } = account
  const [sessions, identities, passkeys, trusted, apiKeys, events, change, capped] = await Promise.all([
    core.sessions.list(id, core.now()),
    core.accounts.identities(id),
    core.passkeys.list(id),
    core.trustedDevices.list(id, core.now()),
    core.apiKeys.list(id),
    core.events.list(id, 20, ownersEvents),
    core.phoneChanges.open(id),
    core.events.latest(id, "pins-capped", after(core.now(), -days(30))),
  ])
  const moment = momentsIn(cookie.timeZone, core.now(), say.language)
  const apps = await appNames(sessions, core)
  const places = await countriesOf([...sessions, ...trusted, ...events], site, say.language)
  return {
    person: { firstName, lastName, email: email ?? "" },
    pinsCappedAt: capped && moment(capped),
    sessions: sessions.map(({ userAgent, client, audience, network, lastSeenAt, ...other }) => ({
      id: other.id,
      device:
        audience === "openid" ? inApp(apps.get(client) ?? client, userAgent, say) : deviceOf(userAgent, client, say),
      place: places.get(network ?? ""),
      lastSeen: moment(lastSeenAt),
      isThis: other.id === session.id,
    })),
    connected: providers.filter((provider) => identities.some(({ kind }) => kind === provider)),
    passkeys: passkeys.map(({ id, name, isBackedUp, createdAt, lastUsedAt }) => ({
      id,
      name,
      isBackedUp,
      createdAt: moment(createdAt),
      lastUsedAt: lastUsedAt ? moment(lastUsedAt) : undefined,
    })),
    mayAddPasskey: isFresh({ signedIn }, core),
    trustedDevices: trusted.map(({ id, userAgent, network, createdAt, lastUsedAt, endsAt }) => ({
      id,
      device: deviceOf(userAgent, "browser", say),
      place: places.get(network ?? ""),
      lastUsed: moment(lastUsedAt ?? createdAt),
      endsAt: moment(endsAt),
    })),
    apiKeys: apiKeys.map(({ createdAt, lastUsedAt, accountId: _, ...key }) => ({
      ...key,
      createdAt: moment(createdAt),
      lastUsedAt: lastUsedAt ? moment(lastUsedAt) : undefined,
    })),
    permissions: permissionsOf(account),
    newKey: await lookOnce(cookie.newKey, "key_", core),
    events: events.map((event, index) => ({
      key: `${event.at.toISOString()} ${index}`,
      at: moment(event.at),
      words: wordsForEvent(event, say),
      place: places.get(event.network ?? ""),
    })),
    phoneEnding: account.phone?.slice(-2),
    phoneChange: change && {
      ending: change.newPhone.slice(-2),
      isNewProved: change.newProvedAt !== null,
      isOldSent: !cookie.oldPinUnsent,
      effectiveAt: change.effectiveAt ? moment(change.effectiveAt) : undefined,
      reference: change.untoldAt ? change.id.slice(0, 8) : undefined,
    },
  }
}

/** An app is signed in to from a browser. */
const inApp = (app: string, userAgent: string | null, say: Say) =>
  say("devices.inApp", { app, device: deviceOf(userAgent, "browser", say) })

/** The countries of networks by name, each asked for once. */
async function countriesOf(
  seen: { network?: string | null }[],
  site: Site,
  language: Language,
): Promise<Map<string, string>> {
  const names = new Intl.DisplayNames(language, { type: "region", style: "short" })
  const networks = [...new Set(seen.flatMap(({ network }) => network ?? []))]
  const countries = await Promise.all(
    networks.map(async (network) => [network, await site.countryOf(network).catch(() => undefined)] as const),
  )
  return new Map(countries.flatMap(([network, country]) => (country ? [[network, names.of(country) ?? country]] : [])))
}
