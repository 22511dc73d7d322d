import type { Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/** Who may have an opinion of a number. */
export type OpinionSource = "twilio" | "recaptcha"

/** What an outside service thinks of a number: from 0, harmless, to 1, asked for by a bot for certain. */
export type Opinion = { source: OpinionSource; score: number }

/** Whether the sender is to check a text for fraud before it sends it, and what it takes for that. */
export type RiskCheck = { isChecked: boolean; price: Micros }

/** What is remembered of a number's opinion, and whether it may be asked for: nobody is asked twice, nor by two at once. */
export type Recalled = { opinion?: Opinion | undefined; isAskable: boolean }

/** An outside service whose opinion of a number costs money. Neither verb ever throws, and neither takes longer than it says. */
export type Opinions = {
  recall(e164: string): Promise<Recalled>
  /** Undefined where none is to be had in time. Whether it was `asked`, and so may have to be paid, is told in any case. */
  ask(e164: string): Promise<{ opinion: Opinion | undefined; asked: boolean }>
}

/** Where nobody is asked. */
export const nobodysOpinion: Opinions = {
  recall: async () => ({ isAskable: false }),
  ask: async () => ({ opinion: undefined, asked: false }),
}

/** The worse of two opinions, where there are any. */
export const worse = (one: Opinion | undefined, other: Opinion | undefined): Opinion | undefined =>
  one && other ? (one.score >= other.score ? one : other) : (one ?? other)

/** Whether an opinion is bad by these thresholds. None is not. */
export const isBad = (opinion: Opinion | undefined, { opinions }: Pick<FirewallPolicy, "opinions">): boolean =>
  opinion !== undefined && opinion.score >= opinions.bad
