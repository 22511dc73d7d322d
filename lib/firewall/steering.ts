import type { Micros } from "@/lib/firewall/money"
import type { Traffic } from "@/lib/firewall/traffic"

/** From a moment on, until another that is not in it. */
export type Range = { from: Date; to: Date }

/** What was asked for to 100,000 adjacent numbers. */
export type PrefixTraffic = Traffic & { country: string; prefix: string }

/** What takes texts together: a number, 1,000 and 100,000 adjacent ones, a network, and the networks around it. */
export type TakerKind = "phone" | "block" | "prefix" | "network" | "place"

/** Who took texts that nobody verified. */
export type Taker = {
  kind: TakerKind
  /** Tells it from others of its kind: the beginning of its keyed hash, or what it is called where that identifies no one. */
  name: string
  /** Where its numbers lie; null where they have more than one prefix. */
  prefix: string | null
  country: string | null
  /** Around which networks it asked; null where there was more than one. */
  place: string | null
  sent: number
  verified: number
  /** How many of them were for people who have an account. */
  known: number
  /** What the texts cost that nobody verified. */
  unverified: Micros
}

/** A person who was refused, asked again, and verified within a day of the first refusal. */
export type FalseRefusal = {
  /** The first refusal by this rule. */
  id: string
  at: Date
  rule: string
  realm: string
  country: string | null
  prefix: string | null
  /** How often this rule refused them. */
  count: number
  /** When they asked for the text that they verified, and when they did. */
  askedAt: Date
  verifiedAt: Date
  /** Whether they changed to another network in between. */
  isElsewhere: boolean
}

/** How many people were refused, and how many of them verified all the same. A phone is a person. */
export type RefusedPeople = { rule: string; refused: number; verified: number }

/** Who was refused that should not have been. */
export type FalseRefusals = {
  refused: number
  verified: number
  /** The rule that wronged most people first. One person may be counted under several. */
  byRule: RefusedPeople[]
  /** The newest of them. */
  newest: FalseRefusal[]
}

/** The numbers that an operator steers by, read from the ledger. */
export type Steering = {
  /** The dearest first. */
  byPrefix(range: Range, most: number): Promise<PrefixTraffic[]>
  /** So many of each kind at most, who took two texts or more that nobody verified; the dearest first. */
  takers(range: Range, mostOfKind: number): Promise<Taker[]>
  /**
   * A wait between two texts is no refusal here: it is over within minutes for everybody. What did not get past the door named no phone, so that
   * nobody can tell what became of its person.
   */
  falseRefusals(range: Range, most: number): Promise<FalseRefusals>
}
