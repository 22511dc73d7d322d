import { recipientOf } from "@/lib/firewall/message"
import type { Core } from "@/lib/sign-in/core"
import type { Recipient } from "@/lib/sign-in/steps/send-pin"
import { after, type Duration, seconds } from "@/lib/time"

/**
 * How long a message may be on its way to a sender: as long as its caller waits. What had not been handed over by then is taken back, and
 * of what was, nobody knows: the process that sent it may have died.
 */
const handover: Duration = seconds(8)

/**
 * Whether the message that a wait began with was taken by a sender, or is being handed over just now. While that is not known, nobody
 * is told that a PIN is coming.
 */
export async function isOnItsWay(
  { realm, subject, phone }: Pick<Recipient, "realm" | "subject" | "phone">,
  { firewall, keys, now }: Pick<Core, "firewall" | "keys" | "now">,
): Promise<boolean> {
  if (!phone) return true
  const last = await firewall.ledger.last(recipientOf(realm, subject, phone.e164, keys))
  if (!last) return true
  return last.fate === "admitted" ? last.at > after(now(), -handover) : last.fate !== "unknown"
}
