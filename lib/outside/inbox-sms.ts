import type { Channel } from "@/lib/delivery/channel"
import type { Sms } from "@/lib/delivery/sms"
import type { Now } from "@/lib/time"

/** Whom a decoy's message is for: the inbox keeps it as long as any, and never shows it. */
export const nobody = "nobody"

type Keep = (message: { to: string; body: string; pin: string; channel: Channel; sentAt: Date }) => Promise<void>

/** A sender that keeps its messages for `/dev/inbox` instead of sending them. */
export const inboxSms = (keep: Keep, now: Now): Sms => ({
  async send({ to, body, pin, channel }) {
    await keep({ to, body, pin, channel, sentAt: now() })
    return { fate: "accepted", sender: "inbox" }
  },
  async pretend() {
    await keep({ to: nobody, body: "", pin: "", channel: "sms", sentAt: now() })
  },
})
