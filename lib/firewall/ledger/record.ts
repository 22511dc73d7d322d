import type { Candidate } from "@/lib/firewall/candidate"
import type { Origin, Pass, TurnedAway } from "@/lib/firewall/enter"
import type { Decision, RuleVerdict } from "@/lib/firewall/ledger/ledger"
import { type KeyRing, nameOfMinute } from "@/lib/keys/key-ring"

/** A decision that was reached: what was asked, what each rule said, and what follows. */
export type Reached = {
  id: string
  verdicts: readonly RuleVerdict[]
  level: number | null
  admitted: boolean
  /** The end of the wait that it ran into, where it did. */
  until?: Date | undefined
}

/** What is written of the decision on a message. */
export function decisionOf(
  candidate: Candidate,
  pass: Pick<Pass, "realm" | "verb">,
  about: Pick<Decision, "phone" | "recipient" | "whose">,
  { id, verdicts, level, admitted, until }: Reached,
  keys: KeyRing,
): Decision {
  const { at, to, asNewcomer, lane, captcha, country, prefix, block, network, place, client, whitelabelId, isRepeat } =
    candidate
  const { realm, verb } = pass
  const refusedBy = verdicts.find(({ verdict }) => verdict !== "admit")?.rule ?? null
  // All that the past is judged by, so that a count loses nothing. Two waits are two: between them a message may have left.
  const who = [realm, verb, to, lane, captcha, network, client, whitelabelId, about.phone, about.recipient, about.whose]
  const what = [refusedBy, level, country, prefix, block, isRepeat, until?.toISOString()]
  return {
    ...{ id, at, realm, verb, client, whitelabelId, to, asNewcomer, lane, captcha, network, place },
    ...{ isRepeat, level, verdicts },
    country: country ?? null,
    prefix: prefix || null,
    block: block || null,
    ...about,
    refusedBy,
    price: to === "decoy" ? 0 : candidate.price,
    outcome: admitted ? (to === "decoy" ? "decoy" : "admitted") : "refused",
    reserved: admitted && to !== "decoy" ? candidate.price + candidate.lookupPrice : 0,
    finalPrice: null,
    sender: null,
    messageId: null,
    verifiedAt: null,
    fold: admitted ? null : nameOfMinute(keys, at, "message", ...who, ...what),
  }
}

/**
 * What is written of a request that did not get past the door: it named nobody yet. Nothing that a caller may vary at will
 * makes another row of it, so that a flood is bounded by networks and minutes. Where the addresses around are full together,
 * they are one row together.
 */
export function turnedAway(
  { at, realm, verb, client, network, place }: Origin,
  { rule, captcha, lane, no }: TurnedAway,
  id: string,
  keys: KeyRing,
): Decision {
  const where = "quota" in no && no.quota.wide ? place : network
  return {
    ...{ id, at, realm, verb, client, network, place, captcha, lane },
    verdicts: [{ rule, verdict: rule === "captcha" ? "ask" : "refuse", why: { answer: no.kind } }],
    to: "unknown",
    asNewcomer: false,
    isRepeat: false,
    whitelabelId: null,
    level: null,
    country: null,
    prefix: null,
    block: null,
    phone: null,
    recipient: null,
    whose: null,
    refusedBy: rule,
    outcome: "refused",
    price: 0,
    reserved: 0,
    finalPrice: null,
    sender: null,
    messageId: null,
    verifiedAt: null,
    fold: nameOfMinute(keys, at, "door", realm, verb, rule, captcha, lane, where),
  }
}
