import type { Cooldowns } from "@/lib/abuse/cooldown"
import type { Pass } from "@/lib/abuse/enter"
import type { Limits } from "@/lib/abuse/limits"
import type { PhoneNumber } from "@/lib/account/phone-number"
import type { Realm } from "@/lib/account/realm"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Refusal } from "@/lib/refusal"
import type { Now } from "@/lib/time"

/** A text message that somebody wants us to pay for. */
export type Attempt = {
  pass: Pass
  realm: Realm
  /** What the caller typed to be found. */
  subject: string
  /** Where it would go. Undefined for a subject that nobody has: it is judged all the same. */
  phone: PhoneNumber | undefined
}

/** What the rules look at and write to. */
export type RulePorts = {
  now: Now
  keys: KeyRing
  limits: Limits
  cooldowns: Cooldowns
  countries: ReadonlySet<string> | "all"
}

/**
 * A rule's answer. What it took (a wait, a place in a budget) it can undo, for when a later rule refuses or nothing
 * is sent after all.
 */
export type Verdict = { admit: true; resendAt?: Date; undo?: () => Promise<void> } | Refusal

/** One named reason to refuse a text message. */
export type Rule = { name: string; judge(attempt: Attempt, ports: RulePorts): Promise<Verdict> }
