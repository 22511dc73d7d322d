import type { PhoneChanges } from "@/lib/account/phone-change"
import type { Firewall } from "@/lib/firewall/firewall"
import { settlePrice } from "@/lib/firewall/ledger/final-price"
import type { Fate } from "@/lib/firewall/ledger/ledger"
import { noteUndelivered } from "@/lib/firewall/ledger/undelivered"
import type { Micros } from "@/lib/firewall/money"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Now } from "@/lib/time"

/** What a sender tells of a message later. */
export type StatusNews = {
  sender: string
  messageId: string
  /** The decision that let it go, where the sender tells that too. */
  decisionId: string | undefined
  /** Undefined for what means nothing to us. */
  fate: Fate | undefined
  /** The sender's own check took it for fraud, and did not send it. */
  isBlocked?: true
}

/** How senders' news are read, and what they do not tell is asked. */
export type StatusSource = {
  /** Reads what was posted to this path and query of ours. `forged` unless the sender signed it. */
  read(fields: URLSearchParams, pathAndQuery: string, signature: string): Promise<StatusNews | "forged" | "unreadable">
  /** What a message cost; undefined while that is not known. */
  priceOf(news: StatusNews): Promise<Micros | undefined>
}

/** What news are noted in, and asked of. */
export type StatusPorts = {
  firewall: Firewall
  phoneChanges: Pick<PhoneChanges, "untold">
  keys: KeyRing
  now: Now
  later: (task: () => Promise<unknown>) => void
  statuses: Pick<StatusSource, "priceOf">
}

/**
 * Notes what became of a message: states only move forward, and an unknown message changes nothing. Once it is sent,
 * the sender is asked for its price after the answer has left. News of it may come twice or late, the price not at all.
 */
export async function hearStatus(
  news: StatusNews,
  { firewall, phoneChanges, keys, now, later, statuses }: StatusPorts,
): Promise<void> {
  const { fate, sender, messageId } = news
  const id = news.decisionId ?? (await firewall.ledger.idOf(messageId))
  if (!fate || !id) return
  await firewall.ledger.hear(id, { fate, at: now(), sender, messageId })
  // A notice that did not arrive told no one, and whatever waits on it must not go on.
  if (fate === "undelivered") {
    await phoneChanges.untold(id, now())
    // No carrier lost it: like a text that nobody verified it stays owed.
    if (!news.isBlocked) later(() => noteUndelivered(id, { firewall, keys, now }))
  }
  if (fate === "accepted") return
  later(async () => {
    const price = await statuses.priceOf(news)
    if (price !== undefined) await settlePrice(id, price, { firewall, now })
  })
}
