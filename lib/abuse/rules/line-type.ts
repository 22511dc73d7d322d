import type { No, PaidRule } from "@/lib/abuse/attempt"
import { refuse } from "@/lib/refusal"

/**
 * A new number in a dear country is looked up before it is texted, where the text costs well more than the look-up. Lines that
 * cannot get a text, or whose owner is paid for getting one, get none. With nobody to ask, nothing is bought.
 */
export const lineType: PaidRule = {
  name: "line-type",
  async judge({ phone }, candidate, { lineTypes, policy }) {
    if (candidate.to !== "newcomer" || !phone || candidate.price < policy.lookup.worthFrom) return undefined
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
