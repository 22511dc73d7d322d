import type { ScopePolicy } from "@/lib/firewall/books/exposure"
import { type LookupPolicy, lookupPolicy } from "@/lib/firewall/lookup-policy"
import { type BudgetPolicy, dollars, type Micros } from "@/lib/firewall/money"
import { type OpinionPolicy, opinionPolicy } from "@/lib/firewall/opinions/policy"
import type { GrowthPolicy, ModePolicy, OpenPolicy, OwnPolicy } from "@/lib/firewall/policy-parts"
import { type Duration, days, hours, minutes } from "@/lib/time"

/** Every threshold of the SMS firewall's own rules. The contracts' limits, which always hold, are in policy.ts. */
export type FirewallPolicy = {
  /** What a message costs in US dollars where we know better than the price list, by country. */
  prices: Readonly<Record<string, number>>
  /** What a message by WhatsApp and a call cost in US dollars, by country, `*` for all others. */
  channelPrices: Readonly<Record<"whatsapp" | "voice", Readonly<Record<string, number>>>>
  /** Countries whose people we expect from the first day. Others become home by `provenAt` verified people. */
  homeCountries: readonly string[]
  provenAt: number
  /** Unverified numbers among 1,000 neighbours, and among 100,000: in a home country, and elsewhere. */
  block: ScopePolicy
  prefix: ScopePolicy
  strangerBlock: ScopePolicy
  strangerPrefix: ScopePolicy
  /** Sends that were never verified, by who asks: one network with a good captcha token and without, and its neighbours. */
  network: ScopePolicy
  strictNetwork: ScopePolicy
  wideNetwork: ScopePolicy
  strictWideNetwork: ScopePolicy
  client: ScopePolicy
  /** By where they go. What is free in a country is `countryFree` of money, within these two counts. */
  country: Omit<ScopePolicy, "free">
  countryFree: { money: Micros; least: number; most: number }
  /** Newcomers without a good captcha token. When it trips, attack mode 1 begins. */
  strictLane: ScopePolicy
  /** All newcomers, in money: what attack modes 2 and 3 are decided by. */
  everyone: ScopePolicy
  /** From how much unverified money, and from which share of all, a mode begins. It ends below half of that. */
  modes: { 2: ModePolicy; 3: ModePolicy /** No mode ends sooner. */; stay: Duration }
  /** While a home country's breaker is open a newcomer passes with a good captcha and this clean a surrounding. */
  clean: { network: number; wideNetwork: number; prefix: number }
  /**
   * At which rate a newcomer without a token passes a home country's open breaker, for each realm and country, and what may
   * stand unverified in their network, and in those around it, with theirs. `rate` counts what passes, verified or not.
   */
  steady: { rate: ScopePolicy; network: number; wideNetwork: number }
  /**
   * A newcomer at home with a good token passes the breaker of a network or of a row of numbers, as long as the other of the two is
   * clean, and this much of such passes stands unverified there.
   */
  vouched: { numbers: ScopePolicy; networks: ScopePolicy }
  /** People who verified around a network, for which weeks later newcomers from there find a little more open money. */
  familiar: ScopePolicy
  /** Unverified texts in a row to one phone, after which a known person is judged like a newcomer until they verify. */
  unread: ScopePolicy
  /**
   * Money for the texts to one phone in a day, verified or not: a newcomer's, what strangers ask for in a known
   * person's name, and what that person does on a known device. So many texts it always is; what is spare is shared by all whose own is spent.
   */
  own: {
    newcomer: OwnPolicy
    strangers: OwnPolicy
    owner: OwnPolicy /** Of a country's day, this is spare too. */
    sparePart: number
  }
  /**
   * Money in a day for newcomers who did not verify: at home, elsewhere, and at home where a text costs no more than `cheap`, so
   * that an attacker pays about as much for it as his share of it. For calls, wherever they go, apart.
   */
  open: { cheap: OpenPolicy; home: OpenPolicy; elsewhere: OpenPolicy; calls: OpenPolicy }
  cheap: Micros
  /** A network where so many people verified pays for itself while so many texts stand open, and more for each of these people. */
  proven: { verified: number; free: number; perVerified: number }
  /** Money in a day, verified or not: at least the floor, and beyond it `factor` of the dearest of the days before. */
  growth: GrowthPolicy
  /** The hard ceilings. No burst passes these: money is reserved before the message leaves. */
  budgets: { all: BudgetPolicy; country: BudgetPolicy; whitelabel: BudgetPolicy }
  /** What WhatsApp may cost, in all and in each country: its messages are bounded by money alone, and must not eat what texts need. */
  whatsapp: BudgetPolicy
  /** Countries and whitelabels with budgets of their own, by names such as `country:SG`. */
  special?: Readonly<Record<string, BudgetPolicy>>
  /** The share of every budget that only people with a verified phone may spend. */
  knownShare: number
  /** Twilio Lookup: what it costs, from which price of a message on it is worth that, and how long its answer is believed. */
  lookup: LookupPolicy
  /** What outside services think of a number, and what a bad opinion moves. */
  opinions: OpinionPolicy
}

const block = { perVerified: 1, halfLife: days(3) }
const vouched = { perVerified: 1, halfLife: minutes(90), cool: 0, longestCool: 0, probes: 0, closeAfter: 0 }
const network = { perVerified: 1, halfLife: hours(12), cool: minutes(10), longestCool: hours(12) }

const neverTrips = { free: Number.MAX_SAFE_INTEGER, cool: 0, longestCool: 0, probes: 0, closeAfter: 0 }

/** The defaults, which hold where no operator has changed them (versions/). `npm run simulate` and `npm run replay` show what a change would do. */
export const firewallPolicy: FirewallPolicy = {
  prices: {},
  // WhatsApp: Meta's dearest rate for an authentication message, $0.136 to Indonesia from abroad (published June 2024), and Twilio's
  // $0.005 a message on top, for every country. Calls: no list is public for all, so that VOICE_PRICES must be set.
  channelPrices: { whatsapp: { "*": 0.141 }, voice: {} },
  homeCountries: ["US", "CA", "GB", "HK"],
  provenAt: 5,
  block: { ...block, free: 10, cool: hours(6), longestCool: days(3), probes: 1, closeAfter: 1 },
  prefix: { ...block, free: 35, cool: hours(3), longestCool: days(2), probes: 2, closeAfter: 2 },
  strangerBlock: { ...block, free: 3, cool: hours(6), longestCool: days(3), probes: 1, closeAfter: 1 },
  strangerPrefix: { ...block, free: 6, cool: hours(6), longestCool: days(3), probes: 1, closeAfter: 1 },
  network: { ...network, free: 60, probes: 3, closeAfter: 2 },
  strictNetwork: { ...network, free: 30, probes: 1, closeAfter: 1 },
  wideNetwork: { ...network, free: 150, probes: 3, closeAfter: 2 },
  strictWideNetwork: { ...network, free: 60, probes: 2, closeAfter: 2 },
  client: {
    free: 400,
    perVerified: 2,
    halfLife: days(1),
    cool: minutes(10),
    longestCool: hours(2),
    probes: 10,
    closeAfter: 5,
  },
  country: {
    perVerified: 1,
    halfLife: days(3),
    cool: hours(1),
    longestCool: days(1),
    probes: 2,
    closeAfter: 2,
  },
  countryFree: { money: dollars(2), least: 3, most: 150 },
  strictLane: {
    free: 50,
    perVerified: 1,
    halfLife: hours(12),
    cool: minutes(10),
    longestCool: hours(2),
    probes: 2,
    closeAfter: 2,
  },
  everyone: { ...neverTrips, perVerified: 1, halfLife: hours(1) },
  modes: {
    2: { money: dollars(100), share: 0.5 },
    3: { money: dollars(140), share: 0.8 },
    stay: minutes(15),
  },
  clean: { network: 2, wideNetwork: 4, prefix: 4 },
  steady: {
    rate: { free: 5, perVerified: 0, halfLife: hours(3), cool: 0, longestCool: 0, probes: 0, closeAfter: 0 },
    network: 2,
    wideNetwork: 2,
  },
  vouched: { numbers: { ...vouched, free: 5 }, networks: { ...vouched, free: 7 } },
  familiar: { ...neverTrips, perVerified: 0, halfLife: days(14) },
  unread: { free: 2, perVerified: 0, halfLife: days(3), cool: 0, longestCool: 0, probes: 0, closeAfter: 0 },
  own: {
    newcomer: { money: dollars(0.1), texts: 3, spare: 0 },
    strangers: { money: dollars(0.05), texts: 1, spare: dollars(0.25) },
    owner: { money: dollars(0.1), texts: 3, spare: dollars(0.5) },
    sparePart: 0.03,
  },
  open: {
    cheap: {
      ...{ all: dollars(25), each: dollars(20), kept: dollars(1), perPaid: 0.15 },
      ...{ spotless: 0.5, familiar: 0.1, undelivered: 1 / 3 },
    },
    home: {
      ...{ all: dollars(5), each: dollars(4), kept: dollars(1), perPaid: 0.12 },
      ...{ spotless: 0.4, familiar: 0.1, undelivered: 1 / 2 },
    },
    elsewhere: {
      ...{ all: dollars(2.2), each: dollars(2), kept: dollars(0.15), perPaid: 0.2 },
      ...{ spotless: 0, familiar: 0, undelivered: 1 / 3 },
    },
    calls: {
      ...{ all: dollars(3), each: dollars(2), kept: dollars(0.3), perPaid: 0.15 },
      ...{ spotless: 0.4, familiar: 0.1, undelivered: 1 / 3 },
    },
  },
  cheap: dollars(0.01),
  proven: { verified: 4, free: 8, perVerified: 0.5 },
  growth: {
    ...{ factor: 1.5, country: dollars(20), elsewhere: dollars(20), prefix: dollars(1.5) },
    ...{ firsts: dollars(5), firstTexts: 2 },
  },
  budgets: {
    all: { hour: dollars(250), day: dollars(600) },
    country: { hour: dollars(150), day: dollars(400) },
    whitelabel: { hour: dollars(200), day: dollars(500) },
  },
  whatsapp: { hour: dollars(10), day: dollars(25) },
  knownShare: 0.3,
  lookup: lookupPolicy,
  opinions: opinionPolicy,
}
