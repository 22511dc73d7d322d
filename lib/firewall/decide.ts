import type { Names, OpenBooks } from "@/lib/firewall/books/books"
import { budgetsOf, lookupBudgetsOf } from "@/lib/firewall/books/budget"
import { moveMode } from "@/lib/firewall/books/mode"
import { openNames } from "@/lib/firewall/books/open-money"
import { scopesOf } from "@/lib/firewall/books/scope"
import { chargeScopes, releaseScopes, scopeNames, tripScope } from "@/lib/firewall/books/scopes"
import type { RuleVerdict } from "@/lib/firewall/ledger/ledger"
import type { Message } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { ask, type Case, type No, type Rule } from "@/lib/firewall/rule"
import { leansOf } from "@/lib/firewall/rules/leans"
import { ownNames } from "@/lib/firewall/rules/own-money"
import { policy as limits } from "@/lib/limits/policy"
import { after } from "@/lib/time"

/** How a message is judged: by which rules, in their order, with which thresholds, and whether the firewall enforces its own. */
export type Judging = { rules: readonly Rule[]; enforce: boolean } & Pick<Case, "policy" | "countries">

/** What was decided on a message, and what it took. */
export type Decided = {
  /** As the rules saw it. */
  message: Message
  verdicts: RuleVerdict[]
  no: (No & { rule: Rule }) | undefined
  /** The no refuses the message. Under observation the firewall's own does not. */
  stands: boolean
  /** The attack mode that it was decided in. */
  level: number
  /** The rules that the message took something of. */
  taken: readonly Rule[]
  /** The keys of whatever it is owed in until it is verified. */
  charged: string[]
  /** When the next message may be asked for. */
  resendAt: Date
}

/** The rows that a decision on this message looks at. */
export function namesOf(message: Message, phone: string | null, policy: FirewallPolicy): Names {
  const { counted, asNewcomer, at } = message
  return {
    exposures: scopeNames(scopesOf(message, policy)),
    budgets: [
      ...budgetsOf(message, policy),
      ...lookupBudgetsOf(message, policy),
      ...openNames(message),
      ...ownNames(message),
    ],
    ...(counted && {
      waits: [counted.wait],
      caps: [...counted.perSubject, ...counted.perPhone].map(({ key }) => key),
      drains: counted.strangerTexts.map(({ key }) => key),
    }),
    ...(phone && asNewcomer && { openTo: { phone, since: after(at, -policy.block.halfLife) } }),
  }
}

/**
 * Asks every rule and, if the message may leave, takes what it costs: its wait, a place under each cap, the money, and what it is
 * owed in. A refusal takes nothing; it only trips the breaker that it ran into. What the firewall would have refused, had it not
 * only observed, takes what the contracts count and nothing else, so that its books stay as they would be.
 */
export function decide(message: Message, judging: Judging, books: OpenBooks): Decided {
  const { rules, enforce, policy, countries } = judging
  const now = message.at
  const scopes = scopesOf(message, policy)
  const about: Case = { message, scopes, books, policy, countries, now }
  moveMode(books, policy, now)
  const { verdicts, no } = ask(rules, about)
  if (no?.trips) {
    tripScope(no.trips, scopes, books, now)
    moveMode(books, policy, now)
  }
  const stands = no !== undefined && (enforce || no.rule.of === "contract")
  const taken = stands ? [] : rules.filter((rule) => rule.take && (!no || rule.of === "contract"))
  // Read before anything is taken: it asks the rules again.
  const leansOn = no ? [] : leansOf(about, rules)
  for (const rule of taken) rule.take?.(about, books)
  const charged = no ? [] : [...chargeScopes(scopes, leansOn, books, now), ...textsOf(message)]
  const wait = taken.length > 0 && message.counted && books.wait(message.counted.wait)
  const resendAt = (wait || undefined)?.until ?? after(now, limits.firstWait)
  return { message, verdicts, no, stands, level: books.mode.level, taken, charged, resendAt }
}

const textsOf = ({ counted }: Message) => counted?.strangerTexts.map(({ key }) => key) ?? []

/** Gives back what a message took that did not leave: all of it, or all but what it is owed in. */
export function giveBack(
  { message, taken, charged, resendAt }: Decided,
  what: "all" | "all but scopes",
  { policy, countries }: Pick<Judging, "policy" | "countries">,
  books: OpenBooks,
  now: Date,
): void {
  const about = { message, scopes: scopesOf(message, policy), books, policy, countries, now, resendAt }
  for (const rule of [...taken].reverse()) rule.giveBack?.(about, books)
  if (what === "all" && charged.length > 0) releaseScopes(message, charged, policy, books, now)
}
