import { firewallRules } from "@/lib/firewall/admit"
import { decide } from "@/lib/firewall/decide"
import type { Decision, JudgedDecision } from "@/lib/firewall/ledger/ledger"
import { creditAll } from "@/lib/firewall/ledger/verified"
import { type Message, messageFrom } from "@/lib/firewall/message"
import type { Micros } from "@/lib/firewall/money"
import type { OperatorList } from "@/lib/firewall/operator-list"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceOf } from "@/lib/firewall/price"
import { notSent } from "@/lib/store/ledger"
import { booksInMemory } from "../memory/books"

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
  before: { sent: number; spent: Micros }
  after: { sent: number; spent: Micros }
  /** Messages that would have gone out and did not. Whether anybody would have verified them nobody knows. */
  newlySent: number
  /** People who verified, and whose message would have been refused: when, where to, and by which rule. */
  wronged: { at: Date; country: string | null; rule: string }[]
  verified: number
}

const left = (outcome: string) => !notSent.includes(outcome)

/** Runs decisions, oldest first, through the rules with other thresholds. */
export async function replay(past: AsyncIterable<Past> | Iterable<Past>, policy: FirewallPolicy, listed: OperatorList) {
  const books = booksInMemory(listed)
  const judging = { rules: firewallRules, enforce: true, policy, countries: "all" } as const
  const told: Replayed = {
    decisions: 0,
    elsewhere: 0,
    before: { sent: 0, spent: 0 },
    after: { sent: 0, spent: 0 },
    newlySent: 0,
    wronged: [],
    verified: 0,
  }
  let waiting: { at: Date; phone: string; message: Message }[] = []
  const credited = new Map<string, Date>()
  for await (const one of each(past)) {
    told.decisions += 1
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
    if (wasSent && one.verifiedAt) told.verified += 1
    // Nobody's message costs nothing, and where accounts are hidden its charge stands like anybody's.
    const isCharged = one.outcome === "decoy" && one.asNewcomer
    if (!wasSent && !isFirewalls(one) && !isCharged) {
      told.elsewhere += 1
      continue
    }
    const message = messageFrom(one, priceOf(one.country ?? "", policy.prices))
    // Whether it was a repeat is known of the past already.
    const { no } = await books.within({}, one.at, (open) => decide(message, judging, open))
    if (no && wasSent && one.verifiedAt) told.wronged.push({ at: one.at, country: one.country, rule: no.rule.name })
    if (no) continue
    if (one.verifiedAt) waiting.push({ at: one.verifiedAt, phone: one.phone ?? "", message })
    if (message.to === "decoy") continue
    add(told.after, wasSent ? one.paid : message.price)
    if (!wasSent) told.newlySent += 1
  }
  return told
}

/** Refusals that were counted together, one by one. */
async function* each(past: AsyncIterable<Past> | Iterable<Past>): AsyncGenerator<Past> {
  for await (const one of past) for (let turn = 0; turn < (one.count ?? 1); turn++) yield one
}

const add = (sum: { sent: number; spent: Micros }, paid: Micros) => {
  sum.sent += 1
  sum.spent += paid
}

const isFirewalls = ({ refusedBy }: Past) => firewallRules.some(({ name }) => name === refusedBy)
