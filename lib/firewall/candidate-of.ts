import { type Attempt, isAsNewcomer } from "@/lib/firewall/attempt"
import type { Candidate } from "@/lib/firewall/candidate"
import type { JudgedDecision } from "@/lib/firewall/ledger/ledger"
import type { Micros } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceOf } from "@/lib/firewall/price"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"

/** How many digits of a number its prefix and its block leave away: 100,000 and 1,000 adjacent numbers. */
const prefixLeaves = 5
const blockLeaves = 3

/** An attempt as the firewall's rules see it. */
export function candidateOf(attempt: Attempt, at: Date, keys: KeyRing, policy: FirewallPolicy): Candidate {
  const { pass, phone, to, whitelabelId } = attempt
  // Nobody's message is priced like anybody's at home, so that an empty budget tells nothing.
  const country = phone?.country ?? policy.homeCountries[0] ?? ""
  return {
    at,
    to,
    asNewcomer: isAsNewcomer(attempt),
    realm: pass.realm,
    lane: pass.lane,
    captcha: pass.captcha,
    country: phone?.country,
    prefix: phone?.e164.slice(0, -prefixLeaves) ?? "",
    block: phone ? sealedName(keys, "block", phone.e164.slice(0, -blockLeaves)) : "",
    number: phone?.e164,
    network: pass.network,
    place: pass.place,
    client: pass.client,
    whitelabelId,
    isRepeat: false,
    price: priceOf(country, policy.prices),
    lookupPrice: 0,
  }
}

/** A decision of the ledger as the rules saw it, at this price with whatever a look-up cost. */
export const candidateFrom = (decision: JudgedDecision, price: Micros): Candidate => ({
  ...decision,
  to: decision.to === "unknown" ? "decoy" : decision.to,
  country: decision.country ?? undefined,
  prefix: decision.prefix ?? "",
  block: decision.block ?? "",
  whitelabelId: decision.whitelabelId ?? 0,
  price,
  lookupPrice: 0,
})

/** A phone as the ledger names it. */
export const phoneNameOf = (e164: string, keys: KeyRing): string => sealedName(keys, "phone", e164)

/** Whom a PIN that was sent to this phone for this subject would verify. */
export const recipientOf = (realm: string, subject: string, e164: string, keys: KeyRing): string =>
  sealedName(keys, "recipient", realm, subject, e164)
