import type { Env } from "@/lib/env"
import { dollars } from "@/lib/firewall/money"
import { type FirewallPolicy, firewallPolicy } from "@/lib/firewall/policy"

/** The policy with the prices that the environment tells of channels, and of the sender's own check, which the inbox makes none of. */
export function pricedBy(env: Env): FirewallPolicy {
  const { opinions, channelPrices } = firewallPolicy
  const isChecking = env.TWILIO_RISK_CHECK === "on" && !env.SMS_PROVIDER.includes("inbox")
  return {
    ...firewallPolicy,
    opinions: { ...opinions, ...(isChecking && { riskCheck: dollars(env.TWILIO_RISK_CHECK_PRICE ?? 0) }) },
    channelPrices: {
      whatsapp: env.WHATSAPP_PRICES ?? channelPrices.whatsapp,
      voice: env.VOICE_PRICES ?? channelPrices.voice,
    },
  }
}
