import { firewallRules } from "@/lib/firewall/admit"
import { decide } from "@/lib/firewall/decide"
import { type Decision, type JudgedDecision, notSent } from "@/lib/firewall/ledger/ledger"
import { creditAll } from "@/lib/firewall/ledger/verified"
import { type Message, messageFrom } from "@/lib/firewall/message"
import type { Micros } from "@/lib/firewall/money"
import type { OperatorList } from "@/lib/firewall/operator-list"
import { priceBy } from "@/lib/firewall/price"
import { booksInMemory } from "@/lib/firewall/replay/books-in-memory"
import { countryAllowList } from "@/lib/firewall/rules/country-allow-list"
import type { InForce } from "@/lib/firewall/versions/base"

/** A decision of the past, as far as a replay needs it. */
export type Past = JudgedDecision &
  Pick<Decision, "verifiedAt"> & {
    outcome: string
    paid: Micros
    /** How many requests were refused alike within a minute. */
    count?: number
  }

/** What happened, and what would have. */
export type Replayed = {
  decisions: number
  /** Those that never got as far as the firewall's rules: no threshold of theirs changes them. */
  elsewhere: number
  before: Sum
  after: Sum
  /** Messages that would have gone out and did not. Whether anybody would have verified them nobody knows. */
  newlySent: number
  /** People who verified, and whose message would have been refused: when, where to, and by which rule. */
  wronged: { at: Date; country: string | null; rule: string }[]
  verified: number
  /** From when to when it looked: less than was asked for where there was too much, or too little time. */
  from: Date | undefined
  until: Date | undefined
  isWhole: boolean
}

/** How many messages left, what they cost, and how many were refused. */
export type Sum = { sent: number; spent: Micros; refused: number }

const left = (outcome: string) => !notSent.includes(outcome)

/**
 * Runs decisions, oldest first, through the rules with other thresholds and another list of countries. It ends early once `isLate` says so,
 * and tells how far it came.
 */
export async function replay(
  past: AsyncIterable<Past> | Iterable<Past>,
  { policy, countries }: InForce,
  listed: OperatorList,
  isLate: () => boolean | Promise<boolean> = () => false,
): Promise<Replayed> {
  const books = booksInMemory(listed)
  const judging = { rules: firewallRules, enforce: true, policy, countries } as const
  const told: Replayed = {
    decisions: 0,
    elsewhere: 0,
    before: { sent: 0, spent: 0, refused: 0 },
    after: { sent: 0, spent: 0, refused: 0 },
    newlySent: 0,
    wronged: [],
    verified: 0,
    from: undefined,
    until: undefined,
    isWhole: true,
  }
  let waiting: { at: Date; phone: string; message: Message }[] = []
  const credited = new Map<string, Date>()
  for await (const one of each(past)) {
    if (told.decisions % checkedEvery === 0 && (await isLate())) return { ...told, isWhole: false }
    told.decisions += 1
    told.from ??= one.at
    told.until = one.at
    const due = waiting.filter(({ at }) => at <= one.at)
    waiting = waiting.filter(({ at }) => at > one.at)
    for (const { at, phone, message } of due) {
      const before = credited.get(phone)
      credited.set(phone, at)
      const age = before ? at.getTime() - before.getTime() : Number.POSITIVE_INFINITY
      await books.within({}, at, (open) => creditAll([{ message }], age, policy, open, at))
    }

    const wasSent = left(one.outcome)
    if (wasSent) add(told.before, one.paid)
    else if (one.outcome === "refused") told.before.refused += 1
    if (wasSent && one.verifiedAt) told.verified += 1
    // Nobody's message costs nothing, and where accounts are hidden its charge stands like anybody's.
    const isCharged = one.outcome === "decoy" && one.asNewcomer
    const isListed = countries === "all" || one.country === null || countries.has(one.country)
    const isOpened = one.refusedBy === countryAllowList.name && isListed
    if (!wasSent && !isFirewalls(one) && !isCharged && !isOpened) {
      told.elsewhere += 1
      if (one.outcome === "refused") told.after.refused += 1
      continue
    }
    const message = messageFrom(one, priceBy(one.channel, one.country ?? "", policy))
    // Whether it was a repeat is known of the past already.
    const no = isListed
      ? (await books.within({}, one.at, (open) => decide(message, judging, open))).no?.rule.name
      : countryAllowList.name
    if (no && wasSent && one.verifiedAt) told.wronged.push({ at: one.at, country: one.country, rule: no })
    if (no) {
      told.after.refused += message.to === "decoy" ? 0 : 1
      continue
    }
    if (one.verifiedAt) waiting.push({ at: one.verifiedAt, phone: one.phone ?? "", message })
    if (message.to === "decoy") continue
    add(told.after, wasSent ? one.paid : message.price)
    if (!wasSent) told.newlySent += 1
  }
  return told
}

/** After how many decisions the time is looked at. */
const checkedEvery = 100

/** Refusals that were counted together, one by one. */
async function* each(past: AsyncIterable<Past> | Iterable<Past>): AsyncGenerator<Past> {
  for await (const one of past) for (let turn = 0; turn < (one.count ?? 1); turn++) yield one
}

const add = (sum: Sum, paid: Micros) => {
  sum.sent += 1
  sum.spent += paid
}

const isFirewalls = ({ refusedBy }: Past) => firewallRules.some(({ name }) => name === refusedBy)
