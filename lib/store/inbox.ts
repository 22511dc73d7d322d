import type { Channel } from "@/lib/delivery/channel"
import { nobody } from "@/lib/outside/inbox-sms"
import type { Database } from "@/lib/store/database"

/** A message as the inbox keeps it, and its channel where that is not SMS. */
export type InboxMessage = { to: string; body: string; pin: string; sentAt: Date; channel?: Channel }

/** Where text messages arrive when no real sender is configured. */
export type Inbox = {
  keep(message: InboxMessage): Promise<void>
  /** The newest messages first, at most 100; of one number, if given. */
  read(to?: string): Promise<InboxMessage[]>
}

/** The inbox in Postgres, so that every process shows the same one. */
export const inbox = (db: Database, newId: () => string): Inbox => ({
  async keep(message) {
    await db.inboxMessage.create({ data: { id: newId(), ...message } })
  },

  async read(to) {
    // No number has a NUL in it, and Postgres takes no text that has.
    if (to?.includes("\0")) return []
    const rows = await db.inboxMessage.findMany({
      where: to ? { to } : { to: { not: nobody } },
      orderBy: { sentAt: "desc" },
      take: 100,
    })
    return rows.map(({ to, body, pin, sentAt, channel }) => ({
      ...{ to, body, pin, sentAt },
      ...(channel !== "sms" && { channel: channel as Channel }),
    }))
  },
})
