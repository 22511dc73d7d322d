import type { Case, FirewallRule, No } from "@/lib/firewall/attempt"
import type { OpenBooks, Page } from "@/lib/firewall/books/books"
import { asOf, charge, type Exposure, release, settle, trip, unknownScope } from "@/lib/firewall/books/exposure"
import { type Evidence, evidenceInWords, type Level, nextMode } from "@/lib/firewall/books/mode"
import { budgetsOf, type Candidate, lookupBudgetsOf, paidFor, type Scope, scopesOf } from "@/lib/firewall/candidate"
import type { Firewall } from "@/lib/firewall/firewall"
import { creditAfter } from "@/lib/firewall/ledger/credits"
import type { RuleVerdict } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"
import type { OperatorList } from "@/lib/firewall/operator-list"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { leansOnSteadyRate } from "@/lib/firewall/rules/steady"
import { after, type Duration } from "@/lib/time"

/** What the rules said, and the no that stands, if any. What they admit is charged already. */
export type Judged = { verdicts: RuleVerdict[]; no: (No & { rule: string }) | undefined; level: Level }

/** A message that is judged, and what operators say of its number. */
export type Subject = { candidate: Candidate; listed: OperatorList }

/** What a look without a lock came to: more of the message, and the no that stands already, if any. */
export type Seen = Subject & { judged: (Judged & { no: No }) | undefined }

/**
 * A look at the books without a lock. A no that would change nothing stands, so that a flood that runs into an open breaker
 * costs us one read; whatever else there is to say is said under the lock.
 */
export async function glanceAtBooks(
  described: Candidate,
  phone: string | null,
  rules: readonly FirewallRule[],
  { policy, books }: Pick<Firewall, "policy" | "books">,
  now: Date,
): Promise<Seen> {
  const names = namesOf(described, scopesOf(described, policy), policy)
  const open = await books.glance({ ...names, phone, since: after(now, -policy.block.halfLife) }, now)
  const { listed } = open
  const candidate = { ...described, isRepeat: described.asNewcomer && open.isOpen }
  return { candidate, listed, judged: judgeUnlocked({ candidate, listed }, open, rules, policy, now) }
}

function judgeUnlocked(
  { candidate, listed }: Subject,
  open: Page,
  rules: readonly FirewallRule[],
  policy: FirewallPolicy,
  now: Date,
): Seen["judged"] {
  const scopes = scopesOf(candidate, policy)
  const hasMoved = nextMode(open.mode, evidenceIn(open, now), policy, now).level !== open.mode.level
  const verdicts: RuleVerdict[] = []
  for (const rule of rules) {
    const no = rule.judge({ candidate, scopes, books: open, policy, listed, now })
    verdicts.push(verdictOf(rule.name, no))
    if (no)
      return hasMoved || no.trips ? undefined : { verdicts, no: { ...no, rule: rule.name }, level: open.mode.level }
  }
  return undefined
}

/** What goes into the ledger of what a rule said. */
export const verdictOf = (rule: string, no: No | undefined): RuleVerdict => ({
  rule,
  verdict: no?.verdict ?? "admit",
  ...(no && { why: no.why }),
})

/**
 * Asks the rules one after the other, with everything that they look at locked, and charges the message if all admit it.
 * A refusal charges nothing; it only trips the breaker that it ran into.
 */
export async function judgeInBooks(
  { candidate, listed }: Subject,
  rules: readonly FirewallRule[],
  { policy, books }: Pick<Firewall, "policy" | "books">,
  now: Date,
): Promise<Judged> {
  const scopes = scopesOf(candidate, policy)
  return books.within(namesOf(candidate, scopes, policy), now, (open) => {
    moveMode(open, policy, now)
    const about = { candidate, scopes, books: open, policy, listed, now }
    const verdicts: RuleVerdict[] = []
    for (const rule of rules) {
      const no = rule.judge(about)
      verdicts.push(verdictOf(rule.name, no))
      if (!no) continue
      for (const scope of scopes)
        if (scope.name === no.trips) put(scope, open, now, (found) => trip(found, scope.policy, now))
      if (no.trips) moveMode(open, policy, now)
      return { verdicts, no: { ...no, rule: rule.name }, level: open.mode.level }
    }
    chargeAll(about, rules, open)
    return { verdicts, no: undefined, level: open.mode.level }
  })
}

/** Takes back what a message was charged that did not leave. What a look-up cost stays spent, and stays owed. */
export async function giveBack(
  candidate: Candidate,
  { policy, books }: Pick<Firewall, "policy" | "books">,
  now: Date,
): Promise<void> {
  const scopes = scopesOf({ ...candidate, lookupPrice: 0 }, policy)
  await books.within(namesOf(candidate, scopes, policy), now, (open) => {
    for (const scope of scopes)
      put(scope, open, now, (found) => release(found, scope.policy, scope.weight, candidate.at))
    spendAll(candidate, -paidFor(candidate), open, policy)
  })
}

/**
 * Takes back the price of a text whose number was looked up for money and can get none. A look-up is as good as a text to
 * whoever wants to cost us money, so it stays open in every scope as a text would.
 */
export async function giveBackPrice(
  candidate: Candidate,
  { policy, books }: Pick<Firewall, "policy" | "books">,
  now: Date,
): Promise<void> {
  const names = { exposures: [], budgets: budgetsOf(candidate, policy) }
  await books.within(names, now, (open) => spendAll(candidate, -paidFor(candidate), open, policy))
}

/**
 * Counts these messages, all to one phone, as verified in every scope that they stood open in. Each of them is released; the
 * phone counts once in a scope, for what is left of one since it last did, `age` ago. What was never sent counts nothing.
 */
export async function creditAll(
  candidates: readonly Candidate[],
  age: Duration,
  { policy, books }: Pick<Firewall, "policy" | "books">,
  now: Date,
): Promise<void> {
  const counted = candidates.map((candidate) => ({ candidate, scopes: scopesOf(candidate, policy) }))
  const exposures = [...new Set(counted.flatMap(({ scopes }) => scopes.map(({ key }) => key)))]
  if (exposures.length === 0) return
  await books.within({ exposures, budgets: [] }, now, (open) => {
    const hasCounted = new Set<string>()
    for (const { candidate, scopes } of counted)
      for (const scope of scopes) {
        const counts = candidate.to !== "decoy" && scope.weight > 0 && !hasCounted.has(scope.key)
        if (counts) hasCounted.add(scope.key)
        const share = counts ? creditAfter(age, scope.policy.halfLife) : 0
        put(scope, open, now, (found) => settle(found, scope.policy, scope.weight, candidate.at, share))
      }
  })
}

/** The sender's final price is known: what was reserved beyond it is free again, or the rest is spent. */
export async function correctPrice(
  candidate: Pick<Candidate, "at" | "country" | "whitelabelId">,
  difference: Micros,
  { policy, books }: Pick<Firewall, "policy" | "books">,
  now: Date,
): Promise<void> {
  const budgets = budgetsOf(candidate, policy)
  await books.within({ exposures: [], budgets }, now, (open) => {
    for (const { name } of budgets) open.spend(name, difference)
  })
}

const strictLane = "strict-lane"
/** Every change of mode holds this scope, so that they come one after the other. */
export const everyone = "everyone"

/** A message is judged by the mode too, which these two scopes decide, whatever lane it came by. */
const namesOf = (candidate: Candidate, scopes: readonly Scope[], policy: FirewallPolicy) => ({
  exposures: [...new Set([...scopes.map(({ key }) => key), strictLane])],
  budgets: [...budgetsOf(candidate, policy), ...lookupBudgetsOf(candidate, policy)],
})

const evidenceIn = (open: Page, now: Date): Evidence => ({
  strictLane: open.exposure(strictLane) ?? unknownScope(now),
  everyone: open.exposure(everyone) ?? unknownScope(now),
})

function moveMode(open: OpenBooks, policy: FirewallPolicy, now: Date): void {
  const evidence = evidenceIn(open, now)
  const next = nextMode(open.mode, evidence, policy, now)
  if (next.level !== open.mode.level) open.putMode(next, evidenceInWords(evidence, policy, now))
}

function chargeAll(about: Case, rules: readonly FirewallRule[], open: OpenBooks) {
  const { candidate, scopes, policy, now } = about
  const leans = leansOnSteadyRate(about, rules)
  for (const scope of scopes)
    put(scope, open, now, (found) => charge(found, scope.name === "steady" && leans ? 1 : scope.weight))
  // Nothing is written for a decoy too, so that it takes as long.
  spendAll(candidate, paidFor(candidate) + candidate.lookupPrice, open, policy)
  for (const { name } of lookupBudgetsOf(candidate, policy)) open.spend(name, candidate.lookupPrice)
}

function spendAll(candidate: Candidate, amount: Micros, open: OpenBooks, policy: FirewallPolicy): void {
  for (const { name } of budgetsOf(candidate, policy)) open.spend(name, amount)
}

function put({ key, policy }: Scope, open: OpenBooks, now: Date, change: (found: Exposure) => Exposure): void {
  open.putExposure(key, change(asOf(open.exposure(key) ?? unknownScope(now), policy, now)))
}
