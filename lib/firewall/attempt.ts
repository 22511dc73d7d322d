import type { PhoneNumber } from "@/lib/account/phone-number"
import { hidesAccounts } from "@/lib/account/realm"
import type { Page } from "@/lib/firewall/books/books"
import type { Candidate, Scope, ScopeName } from "@/lib/firewall/candidate"
import type { Pass } from "@/lib/firewall/enter"
import type { RuleRefusal } from "@/lib/firewall/ledger/ledger"
import type { LineTypes } from "@/lib/firewall/line-types"
import type { OperatorList } from "@/lib/firewall/operator-list"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import type { Whose } from "@/lib/firewall/whose"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Cooldowns } from "@/lib/limits/cooldown"
import type { DrainingBudgets } from "@/lib/limits/draining-budgets"
import type { Limits } from "@/lib/limits/limits"
import type { Refusal } from "@/lib/refusal"
import type { Now } from "@/lib/time"

/** A text message that somebody wants us to pay for. */
export type Attempt = {
  pass: Pass
  /** What the caller typed to be found. */
  subject: string
  /** Where it would go. Undefined for a subject that nobody has: it is judged all the same. */
  phone: PhoneNumber | undefined
  to: Candidate["to"]
  whitelabelId: number
  /** Whose request it is. */
  whose: Whose
}

/**
 * Whether the rules about newcomers judge it: a newcomer's, and where a realm hides its accounts whatever a stranger asks for,
 * so that no answer tells who has the number.
 */
export const isAsNewcomer = ({ to, whose, pass }: Pick<Attempt, "to" | "whose" | "pass">): boolean =>
  to === "newcomer" || (hidesAccounts[pass.realm] && whose === "stranger")

/** What the rules look at and write to. */
export type RulePorts = {
  now: Now
  keys: KeyRing
  limits: Limits
  cooldowns: Cooldowns
  drainingBudgets: DrainingBudgets
  countries: ReadonlySet<string> | "all"
}

/**
 * A rule's answer. What it took (a wait, a place in a budget) it can undo, for when a later rule refuses or nothing
 * is sent after all.
 */
export type Verdict = { admit: true; resendAt?: Date; undo?: () => Promise<void> } | Refusal

/** One of the contracts' own limits. They hold whether the firewall enforces or observes. */
export type Rule = { name: string; judge(attempt: Attempt, ports: RulePorts): Promise<Verdict> }

/** What a firewall rule reads: the candidate, what the books say of it, and the thresholds. */
export type Case = {
  candidate: Candidate
  scopes: readonly Scope[]
  books: Page
  policy: FirewallPolicy
  listed: OperatorList
  now: Date
}

/** A no of a firewall rule, in the caller's terms and in numbers for whoever asks why. `ask` is a no to whoever brings no more. */
export type No = {
  verdict: "refuse" | "ask"
  refusal: RuleRefusal
  why: Readonly<Record<string, string | number | boolean>>
  /** The breaker that this attempt trips. */
  trips?: ScopeName
}

/** One rule of the firewall. It is a plain function of what is in the books, so that the past can be run through it again. */
export type FirewallRule = { name: string; judge(about: Case): No | undefined }

/** A rule that costs money or time to ask, and so is asked last, once the message is paid for. */
export type PaidRule = {
  name: string
  judge(
    attempt: Attempt,
    candidate: Candidate,
    ports: { lineTypes: LineTypes; policy: FirewallPolicy },
  ): Promise<No | undefined>
}
