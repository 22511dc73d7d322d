import type { OpenBooks, Page } from "@/lib/firewall/books/books"
import type { Scope, ScopeName } from "@/lib/firewall/books/scope"
import type { RuleName, RuleRefusal, RuleVerdict } from "@/lib/firewall/ledger/ledger"
import type { Message } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/** What a rule reads: the message, what the books say of it, and the thresholds. */
export type Case = {
  message: Message
  scopes: readonly Scope[]
  books: Page
  policy: FirewallPolicy
  /** The countries whose numbers get messages at all. */
  countries: ReadonlySet<string> | "all"
  now: Date
}

/** A no of a rule, in the caller's terms and in numbers for the record. `ask` is a no to those who bring no more. */
export type No = {
  verdict: "refuse" | "ask"
  refusal: RuleRefusal
  why: Readonly<Record<string, string | number | boolean>>
  /** The breaker that this message trips. */
  trips?: ScopeName
}

/** One rule. It is a plain function of what is in the books, so that the past can be run through it again. */
export type Rule = {
  name: RuleName
  /** The contracts' limits always hold. The firewall's refuse nothing while it only observes. */
  of: "contract" | "firewall"
  judge(about: Case): No | undefined
  /** What a message that may leave takes, and gives back if it does not leave after all. */
  take?(about: Case, books: OpenBooks): void
  giveBack?(about: Case & { resendAt: Date }, books: OpenBooks): void
}

/** What the rules said in their order, and the no that ended it. */
export type Judged = { verdicts: RuleVerdict[]; no: (No & { rule: Rule }) | undefined }

/** Asks the rules one after the other. The first no stands. */
export function ask(rules: readonly Rule[], about: Case): Judged {
  const verdicts: RuleVerdict[] = []
  for (const rule of rules) {
    const no = rule.judge(about)
    verdicts.push(verdictOf(rule.name, no))
    if (no) return { verdicts, no: { ...no, rule } }
  }
  return { verdicts, no: undefined }
}

/** What goes into the ledger of what a rule said. */
export const verdictOf = (rule: RuleName, no: No | undefined): RuleVerdict => ({
  rule,
  verdict: no?.verdict ?? "admit",
  ...(no && { why: no.why }),
})
