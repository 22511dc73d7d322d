import type { Candidate } from "@/lib/abuse/candidate"
import type { Origin, Pass, TurnedAway } from "@/lib/abuse/enter"
import type { Decision, RuleVerdict } from "@/lib/abuse/ledger"

/** A decision that was reached: what was asked, what each rule said, and what follows. */
export type Reached = {
  id: string
  verdicts: readonly RuleVerdict[]
  level: number | null
  admitted: boolean
}

/** What is written of the decision on a message. */
export function decisionOf(
  candidate: Candidate,
  pass: Pick<Pass, "realm" | "verb">,
  about: { phone: string | null; recipient: string | null },
  { id, verdicts, level, admitted }: Reached,
): Decision {
  const { at, to, asNewcomer, lane, captcha, country, prefix, block, network, place, client, whitelabelId, isRepeat } =
    candidate
  const { realm, verb } = pass
  return {
    ...{ id, at, realm, verb, client, whitelabelId, to, asNewcomer, lane, captcha, network, place },
    ...{ isRepeat, level, verdicts },
    country: country ?? null,
    prefix: prefix || null,
    block: block || null,
    ...about,
    refusedBy: verdicts.find(({ verdict }) => verdict !== "admit")?.rule ?? null,
    price: to === "decoy" ? 0 : candidate.price,
    outcome: admitted ? (to === "decoy" ? "decoy" : "admitted") : "refused",
    reserved: admitted && to !== "decoy" ? candidate.price + candidate.lookupPrice : 0,
    finalPrice: null,
    sender: null,
    messageId: null,
    verifiedAt: null,
  }
}

/** What is written of a request that did not get past the door: it named nobody yet. */
export function turnedAway(
  { at, realm, verb, client, network, place }: Origin,
  { rule, captcha, lane, no }: TurnedAway,
  id: string,
): Decision {
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
    refusedBy: rule,
    outcome: "refused",
    price: 0,
    reserved: 0,
    finalPrice: null,
    sender: null,
    messageId: null,
    verifiedAt: null,
  }
}
