import { hidesAccounts } from "@/lib/account/realm"
import type { No, PaidRule } from "@/lib/firewall/attempt"
import type { Candidate } from "@/lib/firewall/candidate"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { refuse } from "@/lib/refusal"

/**
 * Whether a number is looked up at all. Where a realm hides its accounts none is: nobody's number would have to be looked up
 * for money as well, or the answer and its time would tell whose it is.
 */
export const isWorthLookup = ({ asNewcomer, realm, price }: Candidate, { lookup }: FirewallPolicy): boolean =>
  asNewcomer && !hidesAccounts[realm] && price >= lookup.worthFrom

/**
 * A new number in a dear country is looked up before it is texted, where the text costs well more than the look-up. Lines that
 * cannot get a text, or whose owner is paid for getting one, get none. With nobody to ask, nothing is bought.
 */
export const lineType: PaidRule = {
  name: "line-type",
  async judge({ phone }, candidate, { lineTypes, policy }) {
    if (!phone || !isWorthLookup(candidate, policy)) return undefined
    if ((await lineTypes.wouldCost(phone.e164)) === undefined) return undefined
    const line = await lineTypes.of(phone.e164)
    if (line === "mobile" || line === "unknown") return undefined
    const refusal =
      line === "invalid"
        ? refuse({ kind: "invalid-phone" })
        : refuse({ kind: "registration-blocked", because: "line-type" as const })
    return { verdict: "refuse", refusal, why: { line } } satisfies No
  },
}
