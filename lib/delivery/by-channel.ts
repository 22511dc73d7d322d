import type { Channel } from "@/lib/delivery/channel"
import type { Sms } from "@/lib/delivery/sms"

/** One sender for all channels: each message goes by its own. A message of a channel that nobody sends is certainly not taken. */
export const byChannel = (senders: Partial<Record<Channel, Sms>>): Sms => ({
  async send(message, decisionId) {
    const sender = senders[message.channel]
    return sender?.send(message, decisionId) ?? { fate: "not-accepted", sender: "nobody", works: true }
  },
})
