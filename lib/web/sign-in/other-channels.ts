import type { Channel, Channels } from "@/lib/delivery/channel"
import type { QuotaName, Refusal } from "@/lib/refusal"
import type { Method } from "@/lib/session/authorization-code"
import type { Caller } from "@/lib/sign-in/core"

/** What holds texts up because networks are paid for them. WhatsApp pays none, so that it may go on. */
const holdsUpTextsAlone: ReadonlySet<QuotaName> = new Set([
  ...(["block", "prefix", "network", "wide-network", "client", "country"] as const),
  ...(["open-money", "growth", "own-money", "attack-mode"] as const),
  ...(["lookups-network", "lookups-place", "lookups-country"] as const),
])

type Chosen = { channels: Channels; caller: Caller }

/** The caller, who wants the PIN by this channel: one that is not in use, or none, leaves it to us. */
export const wanting = (channel: Channel | undefined, { channels, caller }: Chosen): Caller =>
  channel && channels.includes(channel) ? { ...caller, channel } : caller

/** By which channel a PIN goes that this caller asks for. */
export const channelOf = ({ channels, caller }: Chosen): Channel => caller.channel ?? channels[0]

/** The channels that a page may offer beside the one by which a PIN went. */
export const othersThan = (channel: Channel, channels: Channels): Channel[] =>
  channels.filter((other) => other !== channel)

/** What apps are told of a PIN that went this way. RFC 8176 has no word for WhatsApp, so that it is a one-time password and no more. */
export const methodOf: Readonly<Record<Channel, Method>> = { sms: "sms", voice: "tel", whatsapp: "otp" }

/**
 * The channels that a page offers with this refusal. It goes by what refused and nothing else, so that it tells no more of the account
 * than the refusal does.
 */
export function offersAfter(refusal: Refusal, { channels, caller }: Chosen): { offers?: Channel[] } {
  if (refusal.kind !== "limited" || !holdsUpTextsAlone.has(refusal.quota.name)) return {}
  const offers = othersThan(channelOf({ channels, caller }), channels).filter((channel) => channel === "whatsapp")
  return offers.length > 0 ? { offers } : {}
}
