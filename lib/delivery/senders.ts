import type { Delivery, Sms } from "@/lib/delivery/sms"
import { after, type Duration, type Now, seconds } from "@/lib/time"

/**
 * When a sender counts as down: so many failures in a row. It then rests for `cool`, or, where no other is left to ask, for
 * `alone`.
 */
export const breaker = { failures: 5, cool: seconds(30), alone: seconds(2) } as const

/** One of several senders, by the name that the ledger knows it by. */
export type Sender = { name: string; sms: Sms }

/** Hears that a sender is left alone from now on, and that it works again. */
export type Told = (event: "sender-rests" | "sender-is-back", detail: { sender: string }) => void

/**
 * Several senders as one. The next is asked only where the one before certainly did not take the message: what was met with
 * silence may have been sent, and a number that one refused is not tried on another. A sender that failed `breaker.failures`
 * times in a row is passed over while it rests, so that no message waits for it in vain; then one message tries it. Each
 * process counts for itself.
 */
export function senders(list: readonly [Sender, ...Sender[]], now: Now, tell: Told): Sms {
  const guarded = list.map((sender) => guard(sender, now, tell))
  return {
    async send(message, decisionId) {
      const rest = guarded.some(({ isUp }) => isUp(breaker.cool)) ? breaker.cool : breaker.alone
      let last: Delivery = { fate: "not-accepted", sender: list[0].name }
      for (const { isUp, send } of guarded) {
        if (!isUp(rest)) continue
        last = await send(message, decisionId)
        if (last.fate !== "not-accepted") break
      }
      return last
    },
  }
}

/** The sender behind its circuit breaker. */
function guard({ name, sms }: Sender, now: Now, tell: Told) {
  let failures = 0
  let restsSince: Date | undefined
  const learn = (works: boolean, isTrial: boolean) => {
    if (works) {
      if (restsSince) tell("sender-is-back", { sender: name })
      failures = 0
      restsSince = undefined
    } else if (isTrial) restsSince = now()
    else if (!restsSince && ++failures >= breaker.failures) {
      restsSince = now()
      tell("sender-rests", { sender: name })
    }
  }
  return {
    isUp: (rest: Duration) => !restsSince || now() >= after(restsSince, rest),
    async send(...message: Parameters<Sms["send"]>): Promise<Delivery> {
      const isTrial = restsSince !== undefined
      // Its rest begins anew with the trial, so that no other message waits for it, and so that a trial without an end is not the last.
      if (isTrial) restsSince = now()
      const delivery = await sms.send(...message).catch((): Delivery => ({ fate: "unknown", sender: name }))
      learn(isWorking(delivery), isTrial)
      return delivery
    },
  }
}

/** What a sender answers about one message, strangers can bring about: it must not close the sender to everybody. */
const isWorking = (delivery: Delivery): boolean =>
  delivery.fate === "accepted" ||
  delivery.fate === "bad-number" ||
  (delivery.fate === "not-accepted" && delivery.works === true)
