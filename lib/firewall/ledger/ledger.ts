import type { Realm } from "@/lib/account/realm"
import type { Channel } from "@/lib/delivery/channel"
import type { CaptchaVerdict } from "@/lib/firewall/captcha"
import type { Micros } from "@/lib/firewall/money"
import type { Whose } from "@/lib/firewall/whose"
import type { Reason } from "@/lib/refusal"

/** The rules by their names. The first two refuse at the door, and the last is no rule: it says what was thought of the number outside. */
export type RuleName =
  | "address-budget"
  | "captcha"
  | "country-allow-list"
  | "cool-down"
  | "subject-cap"
  | "phone-cap"
  | "stranger-texts"
  | "own-money"
  | "operator-list"
  | "attack-mode"
  | "neighbourhood"
  | "conversion"
  | "open-money"
  | "growth"
  | "money-budget"
  | "line-type"
  | "outside-opinion"

/** What one rule said, and the numbers that it went by. */
export type RuleVerdict = {
  rule: RuleName
  verdict: "admit" | "refuse" | "ask"
  /** Why, in numbers and words that hold no number, address or name. */
  why?: Readonly<Record<string, string | number | boolean>>
}

/** One decision about one text message. Phones and addresses only as keyed hashes, beside their coarse prefix. */
export type Decision = {
  id: string
  at: Date
  realm: Realm
  verb: string
  channel: Channel
  client: string
  whitelabelId: number | null
  to: "newcomer" | "known" | "decoy" | "unknown"
  lane: "strict" | "trusted"
  captcha: CaptchaVerdict
  country: string | null
  prefix: string | null
  block: string | null
  phone: string | null
  /** Whom a PIN would verify: the subject and the phone, hashed together. */
  recipient: string | null
  /** Who asked: the owner on a device that signed in before, or a stranger. */
  whose: Whose | null
  network: string
  place: string
  /** Whether the rules about newcomers judged it: where accounts are hidden, also messages to known people and decoys. */
  asNewcomer: boolean
  /** Whether an unverified message to this phone stood open already. */
  isRepeat: boolean
  /** The worst that an outside service thought of the number, from 0 to 1; null where nothing was known. */
  opinion: number | null
  /** What Google's answer about the number is called there. */
  assessment: string | null
  /** The attack mode that it was decided in, where it came so far. */
  level: number | null
  /** In the order in which the rules were asked. */
  verdicts: readonly RuleVerdict[]
  /** The rule that refused, or would have, where the firewall only observes. */
  refusedBy: string | null
  /** Whether leave was given, and what became of it. */
  outcome: "refused" | "decoy" | Fate
  /** What the message costs, or would have cost had it not been refused; nothing where none was to be sent. */
  price: Micros
  /** What was reserved, and what the sender charged in the end. */
  reserved: Micros
  finalPrice: Micros | null
  sender: string | null
  /** The sender's own name for the message. */
  messageId: string | null
  verifiedAt: Date | null
  /** What it has in common with refusals that are alike but for their time, within its minute. They are one row, with a count. */
  fold?: string | null
  /** The keys of the scopes and draining budgets that it was charged to. */
  charged: readonly string[]
}

/** What became of a message, in the order in which it can happen. States only move forward. */
export type Fate = "admitted" | "not-sent" | "unknown" | "accepted" | "sent" | "delivered" | "undelivered"

/** Outcomes of what did not leave. */
export const notSent = ["refused", "decoy", "not-sent"]

/** What a sender tells of a message. */
export type FateNews = { fate: Fate; at: Date; sender?: string; messageId?: string }

/** What of a decision the firewall's rules can be asked about again. */
export type JudgedDecision = Pick<
  Decision,
  | "at"
  | "realm"
  | "channel"
  | "to"
  | "asNewcomer"
  | "lane"
  | "captcha"
  | "country"
  | "prefix"
  | "block"
  | "network"
  | "place"
  | "client"
  | "whitelabelId"
  | "isRepeat"
  | "opinion"
  | "refusedBy"
  | "phone"
  | "whose"
>

/** A decision that a PIN verifies. */
export type VerifiedDecision = JudgedDecision & Pick<Decision, "id" | "price" | "reserved" | "charged" | "assessment">

/** A decision whose final price has just become known. */
export type SettledDecision = Pick<Decision, "at" | "channel" | "country" | "whitelabelId" | "price" | "refusedBy">

/** The part of a decision that tells its asker what became of the message. */
export type ToldDecision = Pick<Decision, "outcome" | "to" | "whose">

/** What becomes of decisions that were written down, and stay for 90 days. The books write them. */
export type Ledger = {
  /** Counts a request that did not get past the door with those that are alike within its minute. */
  count(decision: Decision & { fold: string }): Promise<void>
  /** What became of the message that this decision let go. Older news than what is known changes nothing. */
  hear(id: string, news: FateNews): Promise<void>
  /** What is known of the last message that was let go to this recipient, and when that was. */
  last(recipient: string): Promise<{ fate: Fate; at: Date } | undefined>
  /** What became of the message that this decision let go, and whom it was for; undefined where there is no such decision. */
  fateOf(id: string): Promise<ToldDecision | undefined>
  /** The decision that let go the message of this name, if any. */
  idOf(messageId: string): Promise<string | undefined>
  /** Writes down what a message that left cost in the end; undefined if that was known already. The first word stands. */
  settle(id: string, finalPrice: Micros, at: Date): Promise<SettledDecision | undefined>
  /**
   * The decision on a message that was not delivered, with what it was charged to, which it is from then on no more: of many who
   * ask, one is answered. Undefined for any other message.
   */
  undelivered(id: string): Promise<VerifiedDecision | undefined>
}

/** The kinds of refusal that a rule may give. */
export type RuleRefusal = Extract<Reason, { kind: RuleRefusalKind }>
export type RuleRefusalKind =
  | "wait"
  | "limited"
  | "registration-blocked"
  | "captcha-failed"
  | "sms-unavailable"
  | "invalid-phone"
