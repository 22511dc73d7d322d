import type { Admission } from "@/lib/abuse/admit"
import { policy } from "@/lib/abuse/policy"
import type { Sms, TextMessage } from "@/lib/delivery/sms"
import { type Refusal, refuse } from "@/lib/refusal"
import { after, type Now } from "@/lib/time"

/**
 * Sends an admitted message. A message that was certainly not taken gives back what its admission took; one whose
 * fate is unknown does not, because it may have been sent and paid for.
 */
export async function deliver(
  admission: Admission,
  message: TextMessage,
  ports: { sms: Sms; now: Now },
): Promise<Refusal | undefined> {
  const delivery = await ports.sms.send(message)
  if (delivery === "accepted") return undefined
  if (delivery === "unknown") return refuse({ kind: "sms-unavailable", retryAt: admission.resendAt })
  await admission.withdraw()
  if (delivery === "bad-number") return refuse({ kind: "invalid-phone" })
  return refuse({ kind: "sms-unavailable", retryAt: after(ports.now(), policy.outage) })
}

/**
 * Sends an admitted message once the answer has left; for a decoy the same work is done for nothing, since whoever asks twice
 * in a row feels in the second answer what the first one left to do. Whatever becomes of a message, what its admission took
 * stays taken: a decoy cannot tell that its own would have failed, and a wait that ended early would tell who is no decoy.
 */
export function deliverLater(
  _admission: Admission,
  compose: () => TextMessage | undefined,
  ports: { sms: Sms; later: (task: () => Promise<unknown>) => void },
): void {
  ports.later(async () => {
    const message = compose()
    await (message ? ports.sms.send(message) : ports.sms.pretend?.())
  })
}
