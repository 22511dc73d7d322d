import type { Attempt, Rule, RulePorts } from "@/lib/abuse/attempt"
import { policy } from "@/lib/abuse/policy"
import { coolDown } from "@/lib/abuse/rules/cool-down"
import { countryAllowList } from "@/lib/abuse/rules/country-allow-list"
import { phoneCap, subjectCap } from "@/lib/abuse/rules/message-caps"
import { isRefusal, type Refusal, refuse } from "@/lib/refusal"
import { after } from "@/lib/time"

/** The rules, in the order in which they are asked. The first refusal stands. */
const rules: readonly Rule[] = [countryAllowList, coolDown, subjectCap, phoneCap]

/** Leave to send one text message. Only `admit` grants it, and nothing is delivered without it. */
export type Admission = {
  /** When the next message may be asked for. */
  resendAt: Date
  /** Gives back what was taken, because nothing was sent. */
  withdraw(): Promise<void>
  readonly granted: unique symbol
}

/**
 * The single door before any text message: may this attempt cost us one?
 * Fails closed: if a rule cannot be asked, the answer is `sms-unavailable`. A refusal takes nothing.
 */
export async function admit(attempt: Attempt, ports: RulePorts): Promise<Admission | Refusal> {
  const undos: (() => Promise<void>)[] = []
  const withdraw = async () => {
    for (const undo of undos.splice(0).reverse()) await undo()
  }
  let resendAt = after(ports.now(), policy.firstWait)
  try {
    for (const rule of rules) {
      const verdict = await rule.judge(attempt, ports)
      if (isRefusal(verdict)) {
        await withdraw()
        return verdict
      }
      if (verdict.undo) undos.push(verdict.undo)
      resendAt = verdict.resendAt ?? resendAt
    }
  } catch {
    await withdraw().catch(() => undefined)
    return refuse({ kind: "sms-unavailable", retryAt: after(ports.now(), policy.outage) })
  }
  return { resendAt, withdraw } as Admission
}
