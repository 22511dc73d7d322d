import type { Level } from "@/lib/firewall/books/mode"
import type { OutcomeFilter } from "@/lib/firewall/console"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import { type Micros, toDollars } from "@/lib/firewall/money"

const cents = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" })
const fractions = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", minimumFractionDigits: 4 })
const countryNames = new Intl.DisplayNames("en", { type: "region" })
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: "UTC" })
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })
const dayAndClock = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" })

/** A sum, always to the cent. What is less than one is not nothing, and says so. */
export const money = (amount: Micros): string =>
  amount > 0 && amount < 5_000 ? "under $0.01" : cents.format(toDollars(amount))

/** What one thing costs: a message is less than a cent in some countries, so always to the hundredth of one. */
export const unitPrice = (amount: Micros): string => fractions.format(toDollars(amount))

/** What each of so many cost on average; a dash where there were none. */
export const priceOfEach = (spent: Micros, count: number): string => (count > 0 ? unitPrice(spent / count) : "–")

/** How many of how many, in percent; a dash where there is nothing to divide by. */
export const share = (part: number, whole: number): string => (whole > 0 ? `${Math.round((part / whole) * 100)}%` : "–")

/** A country by its English name. */
export const countryName = (code: string): string => countryNames.of(code) ?? code

/** An instant's time of day, in UTC. */
export const timeOf = (at: Date): string => clock.format(at)
/** A day in UTC, as in "9 Mar". */
export const dayOfMonth = (at: Date): string => shortDay.format(at)
/** The same with its day. */
export const dayAndTimeOf = (at: Date): string => dayAndClock.format(at)

/** What each attack mode means. */
export const levelWords: Readonly<Record<Level, string>> = {
  0: "Open: every newcomer may ask",
  1: "Newcomers need a good captcha",
  2: "Newcomers need a good captcha and a home country",
  3: "Only known people get messages",
}

/** The filters of the list of decisions. */
export const filterWords: Readonly<Record<OutcomeFilter, string>> = {
  sent: "Sent",
  verified: "Verified",
  refused: "Refused",
  "not-sent": "Failed",
  decoy: "Decoys",
}

/** What became of a message. */
export const outcomeWords: Readonly<Record<Decision["outcome"], string>> = {
  refused: "Refused",
  decoy: "Decoy: nothing was sent",
  admitted: "Let go",
  "not-sent": "Not sent: the sender said no",
  unknown: "Perhaps sent: the sender was silent",
  accepted: "Taken by the sender",
  sent: "Sent",
  delivered: "Delivered",
  undelivered: "Not delivered",
}

const ruleNames: Readonly<Record<string, string>> = {
  captcha: "Bad captcha token",
  "address-budget": "10 requests in 5 minutes from one address",
  "own-money": "A phone's own money of the day",
  "open-money": "Unverified money: a country's, or that of all at home or elsewhere",
  growth: "A day's money that grew too fast: of 100,000 numbers, or of a country that is not home",
  "stranger-texts": "Texts to known people that strangers asked for, unused",
  "country-allow-list": "Country that gets no messages",
  "cool-down": "Wait between two messages",
  "subject-cap": "Messages for one email or phone",
  "phone-cap": "Messages to one phone",
  "operator-list": "Blocked by an operator",
  "attack-mode": "Attack mode",
  neighbourhood: "Too many numbers in a row",
  conversion: "Too few verify",
  "money-budget": "Budget spent",
  "line-type": "No mobile line",
  "outside-opinion": "What others think of the number",
}

/** A rule as operators know it. A rule that has no words yet goes by its name. */
export const ruleWords = (rule: string): string => ruleNames[rule] ?? rule

/** What is read first. The database keeps no order. */
const order = ["scope", "budget", "level", "passes", "unverified", "verified", "allowed", "spent", "room", "price"]
const placeOf = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)

/** Numbers with their names, as in "unverified 12, allowed 5". */
export const numbersInWords = (numbers: Readonly<Record<string, unknown>>): string =>
  Object.entries(numbers)
    .sort(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, value]) => `${name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`)
    .join(", ")

/** What an attack mode began on. */
export function evidenceWords(evidence: Readonly<Record<string, unknown>>): string {
  const { unverifiedDollars, unverifiedShare, withoutCaptcha, withoutCaptchaVerified, ...others } = evidence
  if (unverifiedDollars === undefined) return numbersInWords(others)
  const dear = `${cents.format(Number(unverifiedDollars))} unverified, ${share(Number(unverifiedShare), 1)} of newcomers' money`
  return `${dear}; without a captcha ${withoutCaptcha} unverified, ${withoutCaptchaVerified} verified`
}

const done: Readonly<Record<string, string>> = {
  block: "Blocked, from the next message on.",
  allow: "Allowed, from the next message on.",
  unlisted: "Removed from the list.",
  pinned: "The attack mode is pinned.",
  unpinned: "The attack mode is automatic again.",
  "operator-released": "Their access has ended. The next account that signs in with the phone becomes an operator.",
  "theme-set": "The theme is set. Other servers show it within a minute.",
  "theme-removed": "The theme is removed. Other servers follow within a minute.",
  "change-released": "The change of phone number takes effect in 72 hours.",
}

/** What `?done=` says on the console. */
export const consoleDoneWords = (word: unknown): string | undefined =>
  typeof word === "string" && Object.hasOwn(done, word) ? done[word] : undefined
