import { hidesAccounts } from "@/lib/account/realm"
import type { LineType } from "@/lib/firewall/line-types"
import type { Message } from "@/lib/firewall/message"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import type { No, Rule } from "@/lib/firewall/rule"

/**
 * Whether a number is looked up at all. Where a realm hides its accounts none is: a decoy's number would have to be looked up
 * for money as well, or the answer and its time would tell whose it is.
 */
export const isWorthLookup = ({ asNewcomer, realm, price }: Message, { lookup }: FirewallPolicy): boolean =>
  asNewcomer && !hidesAccounts[realm] && price >= lookup.worthFrom

/**
 * A new number in a dear country is looked up before it is texted, where the text costs well more than the look-up. Lines that
 * cannot get a text, or whose owner is paid for getting one, get none. A line that is not remembered is bought once all else
 * is paid for: `admit` asks `noFor` then.
 */
export const lineType: Rule = {
  name: "line-type",
  of: "firewall",
  judge: ({ message }) => message.line && noFor(message.line),
}

/** The no to a line of this type, if it gets one. */
export function noFor(line: LineType): No | undefined {
  if (line === "mobile" || line === "unknown") return undefined
  const refusal =
    line === "invalid"
      ? ({ kind: "invalid-phone" } as const)
      : ({ kind: "registration-blocked", because: "line-type" } as const)
  return { verdict: "refuse", refusal, why: { line } }
}
