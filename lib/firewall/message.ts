import type { Realm } from "@/lib/account/realm"
import type { Channel } from "@/lib/delivery/channel"
import { type Attempt, isAsNewcomer } from "@/lib/firewall/attempt"
import type { WaitName } from "@/lib/firewall/books/books"
import type { CaptchaVerdict } from "@/lib/firewall/captcha"
import type { JudgedDecision } from "@/lib/firewall/ledger/ledger"
import type { LineType } from "@/lib/firewall/line-types"
import type { Micros } from "@/lib/firewall/money"
import type { Opinion, RiskCheck } from "@/lib/firewall/opinions/opinion"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceBy } from "@/lib/firewall/price"
import type { Whose } from "@/lib/firewall/whose"
import type { KeyRing } from "@/lib/keys/key-ring"
import { sealedName } from "@/lib/keys/key-ring"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import type { Asked } from "@/lib/limits/limits"

/**
 * A message as the rules see it. What is written of it identifies no one: numbers and addresses are keyed hashes and coarse
 * prefixes.
 */
export type Message = {
  at: Date
  /** `known`: the account that it is for has verified this phone. `decoy`: for no one, and nothing will be sent. */
  to: "newcomer" | "known" | "decoy"
  /** Whether the rules about newcomers judge it, and their scopes are charged for it, known people's included. */
  asNewcomer: boolean
  realm: Realm
  /** By which channel it goes. */
  channel: Channel
  lane: "strict" | "trusted"
  captcha: CaptchaVerdict
  /** ISO 3166-1, undefined for a decoy without a phone. */
  country: string | undefined
  /** The number without its last 5 digits, and the keyed hash of it without its last 3. */
  prefix: string
  block: string
  /** The keyed hash of the number; a decoy's stands for what the caller typed. */
  phone: string
  /** Whose request it is. */
  whose: Whose
  /** The number itself, for the operator's list alone. Never written down, so that the past is judged without it. */
  number?: string | undefined
  /** The keyed hash of the caller's network, and the coarse prefix around it. */
  network: string
  place: string
  client: string
  whitelabelId: number
  /** Whether an unverified message stands open to this very number: another makes no new neighbour. */
  isRepeat: boolean
  price: Micros
  /** What looking the number up, and an opinion of it, cost on top, where they are bought. */
  lookupPrice: Micros
  /** Whether the sender is to check it for fraud before it leaves, and what that costs on top; undefined where it is told neither. */
  riskCheck?: RiskCheck | undefined
  /** The number's line, where it is remembered from an earlier look-up. */
  line?: LineType | undefined
  /** What an outside service thinks of the number, where that is known. */
  opinion?: Opinion | undefined
  /** What the contracts count it by. The past is judged without it. */
  counted?: Counted
}

/** Whose waits, caps and draining budgets a message is counted in. */
export type Counted = {
  wait: WaitName
  perSubject: readonly Asked[]
  perPhone: readonly Asked[]
  strangerTexts: readonly DrainingCharge[]
}

/** How many digits of a number its prefix and its block leave away: 100,000 and 1,000 adjacent numbers. */
const prefixLeaves = 5
const blockLeaves = 3

/** An attempt as the rules see it, and what they count it by. */
export function messageOf(
  attempt: Attempt,
  at: Date,
  counted: Counted,
  keys: KeyRing,
  policy: FirewallPolicy,
): Message {
  const { pass, phone, to, whitelabelId } = attempt
  // A decoy is priced like a real message at home, so that an empty budget tells nothing.
  const channel = attempt.channel ?? pass.channel
  const country = phone?.country ?? policy.homeCountries[0] ?? ""
  return {
    at,
    to,
    asNewcomer: isAsNewcomer(attempt),
    realm: pass.realm,
    channel,
    lane: pass.lane,
    captcha: pass.captcha,
    country: phone?.country,
    prefix: phone?.e164.slice(0, -prefixLeaves) ?? "",
    block: phone ? sealedName(keys, "block", phone.e164.slice(0, -blockLeaves)) : "",
    phone: phone ? phoneNameOf(phone.e164, keys) : sealedName(keys, "phone of nobody", pass.realm, attempt.subject),
    whose: attempt.whose,
    number: phone?.e164,
    network: pass.network,
    place: pass.place,
    client: pass.client,
    whitelabelId,
    isRepeat: false,
    price: priceBy(channel, country, policy),
    lookupPrice: 0,
    counted,
  }
}

/** A decision of the ledger as the rules saw it, at this price with whatever a look-up cost. */
export const messageFrom = ({ opinion, ...decision }: JudgedDecision, price: Micros): Message => ({
  ...decision,
  // Whose opinion it was changes nothing any more.
  opinion: opinion === null ? undefined : { source: "twilio", score: opinion },
  to: decision.to === "unknown" ? "decoy" : decision.to,
  country: decision.country ?? undefined,
  prefix: decision.prefix ?? "",
  block: decision.block ?? "",
  phone: decision.phone ?? "",
  whose: decision.whose ?? "stranger",
  whitelabelId: decision.whitelabelId ?? 0,
  price,
  lookupPrice: 0,
})

/** A phone as the ledger names it. */
export const phoneNameOf = (e164: string, keys: KeyRing): string => sealedName(keys, "phone", e164)

/** Whom a PIN that was sent to this phone for this subject would verify. */
export const recipientOf = (realm: string, subject: string, e164: string, keys: KeyRing): string =>
  sealedName(keys, "recipient", realm, subject, e164)
