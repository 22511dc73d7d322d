import type { Delivery, Sms } from "@/lib/delivery/sms"
import { after, type Now, seconds } from "@/lib/time"

/** When a sender counts as down: so many failures in a row; and for how long it is then left alone. */
export const breaker = { failures: 5, cool: seconds(30) } as const

/** One of several senders, by the name that the ledger knows it by. */
export type Sender = { name: string; sms: Sms }

/**
 * Several senders as one. The next is asked only where the one before certainly did not take the message: what was met with
 * silence may have been sent, and a number that one refused is not tried on another. A sender that failed `breaker.failures`
 * times in a row is passed over for `breaker.cool`, so that nobody waits for it in vain; then one message tries it. Each
 * process counts for itself.
 */
export function senders(list: readonly [Sender, ...Sender[]], now: Now): Sms {
  const guarded = list.map((sender) => guard(sender, now))
  return {
    async send(message, decisionId) {
      let last: Delivery = { fate: "not-accepted", sender: list[0].name }
      for (const sms of guarded) {
        const delivery = await sms(message, decisionId)
        last = delivery ?? last
        if (last.fate !== "not-accepted") break
      }
      return last
    },
  }
}

/** The sender behind its circuit breaker: undefined where it was not asked. */
function guard({ name, sms }: Sender, now: Now) {
  let failures = 0
  let openUntil: Date | undefined
  let probing = false
  const learn = (works: boolean, isProbe: boolean) => {
    if (works) {
      failures = 0
      openUntil = undefined
    } else if (isProbe || (!openUntil && ++failures >= breaker.failures)) openUntil = after(now(), breaker.cool)
  }
  return async (...message: Parameters<Sms["send"]>): Promise<Delivery | undefined> => {
    if (openUntil && (probing || now() < openUntil)) return undefined
    const isProbe = openUntil !== undefined
    if (isProbe) probing = true
    const delivery = await sms.send(...message).catch((): Delivery => ({ fate: "unknown", sender: name }))
    if (isProbe) probing = false
    learn(isWorking(delivery), isProbe)
    return delivery
  }
}

/** What a sender answers about one message, strangers can bring about: it must not close the sender to everybody. */
const isWorking = (delivery: Delivery): boolean =>
  delivery.fate === "accepted" ||
  delivery.fate === "bad-number" ||
  (delivery.fate === "not-accepted" && delivery.works === true)
