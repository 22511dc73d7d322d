import type { Message } from "@/lib/firewall/message"
import type { RiskCheck } from "@/lib/firewall/opinions/opinion"
import type { FirewallPolicy } from "@/lib/firewall/policy"

/**
 * A newcomer's text is checked where that costs less than what bots are assumed to get of such texts. A known person's never is: its
 * no would be the only voice. Undefined where no sender checks, or none is to be told.
 */
export function riskCheckOf(
  { channel, country = "", asNewcomer, price }: Pick<Message, "channel" | "country" | "asNewcomer" | "price">,
  { opinions }: FirewallPolicy,
): RiskCheck | undefined {
  const { riskCheck, free, bots, names } = opinions
  if (riskCheck === undefined || channel !== "sms") return undefined
  const fee = free.includes(country) ? 0 : riskCheck
  const isChecked = asNewcomer && (fee === 0 || price * bots * names > fee)
  return { isChecked, price: isChecked ? fee : 0 }
}
