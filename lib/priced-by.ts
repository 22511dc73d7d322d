import type { Env } from "@/lib/env"
import { dollars } from "@/lib/firewall/money"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"

/** The policy with the prices that the environment tells of channels, and of the sender's own check. */
export const pricedBy = ({
  WHATSAPP_PRICES,
  VOICE_PRICES,
  TWILIO_RISK_CHECK,
  TWILIO_RISK_CHECK_PRICE,
}: Env): FirewallPolicy => ({
  ...firewallPolicy,
  opinions: {
    ...firewallPolicy.opinions,
    ...(TWILIO_RISK_CHECK === "on" && { riskCheck: dollars(TWILIO_RISK_CHECK_PRICE ?? 0) }),
  },
  channelPrices: {
    whatsapp: WHATSAPP_PRICES ?? firewallPolicy.channelPrices.whatsapp,
    voice: VOICE_PRICES ?? firewallPolicy.channelPrices.voice,
  },
})
