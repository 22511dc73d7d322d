import type { Delivery, Sms, TextMessage } from "@/lib/delivery/sms"
import type { Admission } from "@/lib/firewall/admission"
import type { Captcha } from "@/lib/firewall/captcha"
import type { Fate, Ledger } from "@/lib/firewall/ledger/ledger"
import { policy } from "@/lib/limits/policy"
import { type No, refuse } from "@/lib/refusal"
import { after, type Now } from "@/lib/time"

/** What sending needs. */
export type DeliveryNeeds = {
  sms: Sms
  now: Now
  firewall: { ledger: Pick<Ledger, "hear"> }
  later: (task: () => Promise<unknown>) => void
  captcha?: Pick<Captcha, "annotate">
}

/**
 * Sends an admitted message. A message that was certainly not taken gives back what its admission took; one whose
 * fate is unknown does not, because it may have been sent and paid for.
 */
export async function deliver(
  admission: Admission,
  message: TextMessage,
  needs: DeliveryNeeds,
): Promise<No<"sms-unavailable" | "invalid-phone"> | undefined> {
  const delivery = await needs.sms.send(withCheck(message, admission), admission.id)
  const { fate } = delivery
  // A caller who asks again must not hear that it is on its way.
  if (fate === "unknown") await note(admission, delivery, needs)
  // Else what became of it changes no answer, and need not be known before it.
  else needs.later(() => note(admission, delivery, needs))
  if (fate === "accepted") {
    const { assessment } = admission
    if (assessment) needs.later(async () => needs.captcha?.annotate?.(assessment, "sent", message.to, admission.at))
    return undefined
  }
  if (fate === "unknown") return refuse({ kind: "sms-unavailable", retryAt: admission.resendAt })
  await admission.withdraw()
  if (fate === "bad-number") return refuse({ kind: "invalid-phone" })
  return refuse({ kind: "sms-unavailable", retryAt: after(needs.now(), policy.outage) })
}

/** Gives back what the admission of a message took that is not going to be sent, and writes down that it was not. */
export async function abandon(admission: Admission, { firewall, now }: Omit<DeliveryNeeds, "sms">): Promise<void> {
  await admission.withdraw()
  await firewall.ledger.hear(admission.id, { fate: "not-sent", at: now() })
}

/**
 * Sends an admitted message once the answer has left; for a decoy, and for one that is withheld, the same work is done for
 * nothing, since a caller who asks twice in a row could time in the second answer what the first one left to do. Whatever becomes of a
 * message, what its admission took stays taken: a decoy cannot tell that its own would have failed, and a wait that ended early
 * would tell who is no decoy.
 */
export function deliverLater(
  admission: Admission,
  compose: () => Promise<TextMessage | "withheld" | undefined>,
  needs: DeliveryNeeds,
): void {
  needs.later(async () => {
    const message = await compose()
    const isNone = message === undefined || message === "withheld"
    const delivery = await (isNone
      ? needs.sms.pretend?.()
      : needs.sms.send(withCheck(message, admission), admission.id))
    const fate = message === "withheld" ? "not-accepted" : "accepted"
    await note(admission, delivery ?? { fate, sender: "nobody" }, needs)
  })
}

/** The message with what the firewall decided of the sender's own check. */
const withCheck = (message: TextMessage, { isChecked }: Admission): TextMessage =>
  isChecked === undefined ? message : { ...message, isChecked }

const fates: Record<Delivery["fate"], Fate> = {
  accepted: "accepted",
  "bad-number": "not-sent",
  "not-accepted": "not-sent",
  unknown: "unknown",
}

/** What became of it goes into the ledger. The message is on its way whether or not that can be written down now. */
async function note({ id }: Admission, delivery: Delivery, { now, firewall }: DeliveryNeeds): Promise<void> {
  const { fate, sender } = delivery
  const messageId = delivery.fate === "accepted" ? delivery.messageId : undefined
  const news = { fate: fates[fate], at: now(), sender, ...(messageId && { messageId }) }
  await firewall.ledger.hear(id, news).catch(() => undefined)
}
