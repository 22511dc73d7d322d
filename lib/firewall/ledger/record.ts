import { paidFor } from "@/lib/firewall/books/budget"
import type { Decided } from "@/lib/firewall/decide"
import type { Decision, RuleVerdict } from "@/lib/firewall/ledger/ledger"
import type { Message } from "@/lib/firewall/message"
import type { Origin, TurnedAway } from "@/lib/firewall/pass"
import { type KeyRing, nameOfMinute } from "@/lib/keys/key-ring"

/** What is written of the decision on a message. */
export function decisionOf(
  { id, verb, ...about }: Pick<Decision, "id" | "verb" | "phone" | "recipient" | "whose" | "assessment">,
  { message, verdicts, no, stands, level, charged }: Decided,
  keys: KeyRing,
): Decision {
  const { at, realm, channel, to, asNewcomer, lane, captcha, country, prefix, block, network, place, client } = message
  const { whitelabelId, isRepeat } = message
  const refusedBy = verdicts.find(({ verdict }) => verdict !== "admit")?.rule ?? null
  // All that the past is judged by, so that a count loses nothing. Two waits are two: between them a message may have left.
  const until = no?.refusal.kind === "wait" ? no.refusal.retryAt.toISOString() : undefined
  const who = [
    realm,
    verb,
    channel,
    to,
    lane,
    captcha,
    network,
    client,
    whitelabelId,
    about.phone,
    about.recipient,
    about.whose,
  ]
  const what = [refusedBy, level, country, prefix, block, isRepeat, until, message.opinion?.score]
  return {
    ...{ id, at, realm, verb, channel, client, whitelabelId, to, asNewcomer, lane, captcha, network, place },
    ...{ isRepeat, level, verdicts: [...verdicts, ...opinionOf(message)] },
    country: country ?? null,
    prefix: prefix || null,
    block: block || null,
    ...about,
    refusedBy,
    price: to === "decoy" ? 0 : message.price,
    outcome: stands ? "refused" : to === "decoy" ? "decoy" : "admitted",
    reserved: stands ? 0 : paidFor(message) + (to === "decoy" ? 0 : message.lookupPrice),
    opinion: message.opinion?.score ?? null,
    finalPrice: null,
    sender: null,
    messageId: null,
    verifiedAt: null,
    fold: stands ? nameOfMinute(keys, at, "message", ...who, ...what) : null,
    charged: stands ? [] : charged,
  }
}

/** What was thought of the number outside, beside what the rules said. It is no rule, and so refuses nothing. */
function opinionOf({ opinion }: Message): RuleVerdict[] {
  return opinion ? [{ rule: "outside-opinion", verdict: "admit", why: { ...opinion } }] : []
}

/**
 * What is written of a request that did not get past the door: it has named no one yet. Nothing that a caller may vary at will
 * makes another row of it, so that a flood is bounded by networks and minutes. Where the addresses around are full together,
 * they are one row together.
 */
export function turnedAway(
  { at, realm, verb, channel, client, network, place }: Origin,
  { rule, captcha, lane, no }: TurnedAway,
  id: string,
  keys: KeyRing,
): Decision & { fold: string } {
  const where = "quota" in no && no.quota.wide ? place : network
  return {
    ...{ id, at, realm, verb, channel, client, network, place, captcha, lane },
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
    opinion: null,
    assessment: null,
    fold: nameOfMinute(keys, at, "door", realm, verb, channel, rule, captcha, lane, where),
    charged: [],
  }
}
