import { parsePhone } from "@/lib/account/phone-number"
import type { Channel } from "@/lib/delivery/channel"
import { toDollars } from "@/lib/firewall/money"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"
import { priceBy } from "@/lib/firewall/price"
import { days, minutes } from "@/lib/time"
import { type Driven, type Outcome, policyFor } from "./drive"
import type { Trace, TraceLine } from "./trace"

/** What a scenario came to, as `--json` prints it. Spend is in US dollars. */
export type Measured = {
  scenario: string
  bot: {
    attempts: number
    sent: number
    spend: number
    undefendedSpend: number
    baselineSpend: number
    lookUps?: number
    opinions?: number
    /** Puzzles that were solved. */
    puzzles?: number
    /** What it was on each day that had any. */
    days: number[]
  }
  people: { all: number; served: number; delayed: number; refused: number; opinions?: number }
  known: { all: number; served: number }
  /** Of the people, newcomers from home countries with a token, and those from anywhere else. */
  atHome: { all: number; served: number }
  abroad: { all: number; served: number }
  maxMode: number
}

/** Measures what became of a trace, from when on it tells. */
export function measure(
  { name, from = 0, ...trace }: Pick<Trace, "name" | "from" | "channelPrices">,
  { outcomes, maxMode }: Driven,
): Measured {
  const lines = outcomes.map(({ line }) => line)
  const costOf = costBy(policyFor(trace, {}))
  const bot = {
    ...botsOf(
      outcomes.filter(({ line }) => line.at >= from),
      costOf,
    ),
    ...withoutUs(lines, from, costOf),
  }
  return { scenario: name, bot, ...peopleOf(outcomes, from), maxMode }
}

const opinionPrice = toDollars(firewallPolicy.opinions.price)

/** How many opinions were bought for these requests; undefined where there were none to be had. */
const opinionsIn = (outcomes: readonly Outcome[]): number | undefined =>
  outcomes.some(({ opinions }) => opinions !== undefined)
    ? outcomes.reduce((sum, one) => sum + (one.opinions ?? 0), 0)
    : undefined

type CostOf = (sent: { country: string; channel?: Channel | undefined }) => number
const costBy =
  (policy: FirewallPolicy): CostOf =>
  ({ country, channel = "sms" }) =>
    toDollars(priceBy(channel, country, policy))
const round = (amount: number) => Math.round(amount * 10_000) / 10_000

function botsOf(outcomes: readonly Outcome[], costOf: CostOf) {
  const bots = outcomes.filter(({ line }) => line.label === "bot" && line.op !== "verify")
  const messages = bots.flatMap(({ sent }) => sent)
  const isOn = bots.some(({ lookUps }) => lookUps !== undefined)
  const lookUps = bots.reduce((sum, one) => sum + (one.lookUps ?? 0), 0)
  const opinions = opinionsIn(bots)
  const puzzles = bots.reduce((sum, one) => sum + (one.puzzles ?? 0), 0)
  const texts = messages.reduce((sum, message) => sum + costOf(message), 0)
  const spend = round(texts + lookUps * toDollars(firewallPolicy.lookup.price) + (opinions ?? 0) * opinionPrice)
  const byDay = new Map<number, number>()
  for (const { line, sent } of bots)
    for (const message of sent) {
      const day = Math.floor(line.at / days(1))
      byDay.set(day, (byDay.get(day) ?? 0) + costOf(message))
    }
  const each = [...byDay].sort(([one], [other]) => one - other).map(([, cost]) => round(cost))
  return {
    attempts: bots.length,
    sent: messages.length,
    spend,
    ...(isOn && { lookUps }),
    ...(opinions !== undefined && { opinions }),
    ...(puzzles && { puzzles }),
    days: each,
  }
}

/**
 * What the bots of a trace would cost without us. Undefended: every register is a message, every resend of an email that
 * somebody has or claims, and every check of an email that somebody has. The documented baseline: the same behind a captcha
 * and 10 requests in 5 minutes for each address and endpoint, from which a good token frees.
 */
function withoutUs(lines: readonly TraceLine[], from: number, costOf: CostOf) {
  const owners = new Map<string, string>()
  const claims = new Map<string, string>()
  const visits = new Map<string, { count: number; endsAt: number }>()
  let undefendedSpend = 0
  let baselineSpend = 0
  for (const line of lines) {
    const { op, email, phone, country, label, pin } = line
    const target = op === "register" ? (parsePhone(phone, country)?.e164 ?? "") : owners.get(email)
    const to = op === "resend" ? (target ?? claims.get(email)) : target
    if (op === "register" && to) claims.set(email, to)
    if (op === "verify" && pin === "right")
      owners.set(email, claims.get(email) ?? parsePhone(phone, country)?.e164 ?? "")
    if (op === "verify" || !to) continue
    const passes = passesBaseline(line, visits)
    if (label !== "bot" || line.at < from) continue
    const cost = costOf({ country: parsePhone(to, "")?.country ?? "", channel: line.channel })
    undefendedSpend += cost
    if (passes) baselineSpend += cost
  }
  return { undefendedSpend: round(undefendedSpend), baselineSpend: round(baselineSpend) }
}

function passesBaseline({ captcha, ip, op, at }: TraceLine, visits: Map<string, { count: number; endsAt: number }>) {
  if (typeof captcha === "number") return captcha >= 0.5
  const key = `${op} ${ip}`
  const window = visits.get(key)
  const visit = window && window.endsAt > at ? window : { count: 0, endsAt: at + minutes(5) }
  visit.count += 1
  visits.set(key, visit)
  return visit.count <= 10
}

type Seen = {
  begun: number
  first: number | undefined
  tried: boolean
  held: boolean
  late: boolean
  isAtHome: boolean
  hasToken: boolean
}

/** Somebody is served when a right PIN of theirs was accepted, and delayed when something of theirs was refused before. */
function peopleOf(outcomes: readonly Outcome[], from: number) {
  const people = new Map<string, Seen>()
  const known = { all: new Set<string>(), refused: new Set<string>() }
  for (const { line, refusal } of outcomes) {
    if (line.label !== "human") continue
    const one = people.get(line.email) ?? beginning(line)
    people.set(line.email, one)
    const isRight = line.op === "verify" && line.pin === "right"
    const isKnown = one.first !== undefined && line.at - one.first >= days(1) && line.at >= from
    if (isRight && isKnown) known.all.add(line.email)
    if (isRight) one.tried = true
    if (typeof line.captcha === "number") one.hasToken = true
    if (refusal && isRight && isKnown) known.refused.add(line.email)
    if (refusal && line.pin !== "wrong" && one.first === undefined) one.held = true
    if (isRight && !refusal && one.first === undefined) {
      one.first = line.at
      one.late = one.held
    }
  }
  const counted = [...people.values()].filter(({ tried, begun }) => tried && begun >= from)
  const served = (some: Seen[]) => ({
    all: some.length,
    served: some.filter(({ first }) => first !== undefined).length,
  })
  const all = served(counted)
  const opinions = opinionsIn(outcomes.filter(({ line }) => line.label === "human" && line.at >= from))
  const delayed = counted.filter(({ late }) => late).length
  return {
    people: { ...all, delayed, refused: all.all - all.served, ...(opinions !== undefined && { opinions }) },
    known: { all: known.all.size, served: known.all.size - known.refused.size },
    atHome: served(counted.filter(({ isAtHome, hasToken }) => isAtHome && hasToken)),
    abroad: served(counted.filter(({ isAtHome }) => !isAtHome)),
  }
}

const beginning = ({ at, country }: TraceLine): Seen => {
  const isAtHome = firewallPolicy.homeCountries.includes(country)
  return { begun: at, first: undefined, tried: false, held: false, late: false, isAtHome, hasToken: false }
}
