import { parsePhone } from "@/lib/account/phone-number"
import { toDollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { priceOf } from "@/lib/firewall/price"
import { days, minutes } from "@/lib/time"
import type { Outcome } from "./drive"
import type { TraceLine } from "./trace"

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
  }
  people: { all: number; served: number; delayed: number; refused: number }
  known: { all: number; served: number }
  maxMode: number
}

/** Measures what became of a trace. */
export function measure(scenario: string, outcomes: readonly Outcome[], maxMode: number): Measured {
  const lines = outcomes.map(({ line }) => line)
  return { scenario, bot: { ...botsOf(outcomes), ...withoutUs(lines) }, ...peopleOf(outcomes), maxMode }
}

const costOf = (country: string) => toDollars(priceOf(country))
const round = (amount: number) => Math.round(amount * 10_000) / 10_000

function botsOf(outcomes: readonly Outcome[]) {
  const bots = outcomes.filter(({ line }) => line.label === "bot" && line.op !== "verify")
  const messages = bots.flatMap(({ sent }) => sent)
  const isOn = bots.some(({ lookUps }) => lookUps !== undefined)
  const lookUps = bots.reduce((sum, one) => sum + (one.lookUps ?? 0), 0)
  const texts = messages.reduce((sum, { country }) => sum + costOf(country), 0)
  const spend = round(texts + lookUps * toDollars(firewallPolicy.lookup.price))
  return { attempts: bots.length, sent: messages.length, spend, ...(isOn && { lookUps }) }
}

/**
 * What the bots of a trace would cost without us. Undefended: every register is a message, every resend of an email that
 * somebody has or claims, and every check of an email that somebody has. The documented baseline: the same behind a captcha
 * and 10 requests in 5 minutes for each address and endpoint, from which a good token frees.
 */
function withoutUs(lines: readonly TraceLine[]) {
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
    if (label !== "bot") continue
    const cost = costOf(parsePhone(to, "")?.country ?? "")
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

/** Somebody is served when a right PIN of theirs was accepted, and delayed when something of theirs was refused before. */
function peopleOf(outcomes: readonly Outcome[]) {
  const people = new Map<string, { first: number | undefined; tried: boolean; held: boolean; late: boolean }>()
  const known = { all: new Set<string>(), refused: new Set<string>() }
  for (const { line, refusal } of outcomes) {
    if (line.label !== "human") continue
    const one = people.get(line.email) ?? { first: undefined, tried: false, held: false, late: false }
    people.set(line.email, one)
    const isRight = line.op === "verify" && line.pin === "right"
    const isKnown = one.first !== undefined && line.at - one.first >= days(1)
    if (isRight && isKnown) known.all.add(line.email)
    if (isRight) one.tried = true
    if (refusal && isRight && isKnown) known.refused.add(line.email)
    if (refusal && line.pin !== "wrong" && one.first === undefined) one.held = true
    if (isRight && !refusal && one.first === undefined) {
      one.first = line.at
      one.late = one.held
    }
  }
  const counted = [...people.values()].filter(({ tried }) => tried)
  const served = counted.filter(({ first }) => first !== undefined)
  return {
    people: {
      all: counted.length,
      served: served.length,
      delayed: served.filter(({ late }) => late).length,
      refused: counted.length - served.length,
    },
    known: { all: known.all.size, served: known.all.size - known.refused.size },
  }
}
