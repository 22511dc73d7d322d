import { dollars, type Micros } from "@/lib/firewall/money"
import { type Duration, days, minutes } from "@/lib/time"

/** What outside opinions of a number cost, when they are worth it, and what a bad one moves. */
export type OpinionPolicy = {
  /** From which score on a number is doubted. */
  bad: number
  /**
   * As how many texts a doubted number's counts where a breaker is asked for room, at most all that it has, and its part of the money that may
   * stand open: where nothing does there is room for one.
   */
  weight: number
  part: number
  /** What Twilio takes for its score of a number, and of the numbers that bots ask for, how many an opinion is assumed to name. */
  price: Micros
  names: number
  /** The part of the look-ups' money that may be spent when an opinion is bought: the rest is for lines, without which there is no text. */
  ofLookups: number
  /** How long an answer is believed; and how long nobody is asked again about a number, where no answer came. */
  remembered: Duration
  retry: Duration
  /**
   * What Twilio takes for checking a text before it sends it, where that is in use: nothing where it is `free`. `bots` is the share of
   * newcomers' texts that bots are assumed to get past every rule.
   */
  riskCheck?: Micros
  free: readonly string[]
  bots: number
}

/** The defaults. */
export const opinionPolicy: OpinionPolicy = {
  bad: 0.8,
  weight: 3,
  part: 0.5,
  price: dollars(0.025),
  names: 0.8,
  ofLookups: 0.5,
  remembered: days(7),
  retry: minutes(10),
  free: ["US", "CA"],
  bots: 0.1,
}
