import { createHash } from "node:crypto"
import type { LimitsPolicy } from "@/lib/firewall/books/budget"
import type { BooksNews } from "@/lib/firewall/books/news"
import { type Alert, alertsIn } from "@/lib/machines/alerts"
import { postWebhook, type WebhookSettings } from "@/lib/outside/alert-webhook"
import { claimAlert, costAlerts, receiptAlerts } from "@/lib/store/alerts"
import type { Database } from "@/lib/store/database"
import { minutes, type Now } from "@/lib/time"

/** What alerts are made with. */
export type AlertNeeds = {
  db: Pick<Database, "sql">
  webhook: WebhookSettings
  now: Now
  /** Our public origin, which the links to the console begin with. */
  origin: string
  warn(event: string, detail: Record<string, unknown>): void
}

/** Tells operators, once over all processes, however often and wherever something is found. Nobody's answer waits for it. */
export type Alerts = {
  /** What was just kept in the books, and the policy in force. */
  hear(news: BooksNews, policy: LimitsPolicy): void
  /** A sender that rests, or is back. */
  sender(change: string, sender: string): void
  /** Looks for what no single message shows; of all processes one does, once in five minutes. */
  look(): Promise<void>
  /** Resolves when what was begun is done. */
  settled(): Promise<unknown>
}

/** So many keys are remembered, so that what was told already costs no statement. */
const most = 10_000

/** Alerts by a webhook. */
export function alerts({ db, webhook, now, origin, warn }: AlertNeeds): Alerts {
  const told = new Set<string>()
  const underWay = new Set<Promise<unknown>>()
  const tell = async ({ key, type, data, why }: Alert) => {
    const at = now()
    if (!(await claimAlert(db, key, at))) return
    const id = `msg_${createHash("sha256").update(key).digest("hex").slice(0, 32)}`
    const isSent = await postWebhook(webhook, { id, type, at, data: { ...data, why: `${origin}${why}` } })
    if (!isSent) warn("alert-not-sent", { type })
  }
  const send = (alert: Alert) => {
    if (told.has(alert.key)) return
    if (told.size >= most) told.clear()
    told.add(alert.key)
    const work: Promise<unknown> = tell(alert)
      .catch(() => {
        told.delete(alert.key)
        warn("alert-not-claimed", { type: alert.type })
      })
      .finally(() => underWay.delete(work))
    underWay.add(work)
  }
  return {
    hear(news, policy) {
      for (const alert of alertsIn(news, policy, now())) send(alert)
    },
    sender(change, sender) {
      const slot = Math.floor(now().getTime() / minutes(5))
      send({
        key: `sender:${sender}:${change}:${slot}`,
        type: "sender",
        data: { sender, change },
        why: "/admin#decisions",
      })
    },
    async look() {
      const at = now()
      if (!(await claimAlert(db, `look:${Math.floor(at.getTime() / minutes(5))}`, at))) return
      for (const alert of [...(await costAlerts(db, at)), ...(await receiptAlerts(db, at))]) send(alert)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}
