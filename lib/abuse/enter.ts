import type { Captcha, CaptchaAction, CaptchaVerdict } from "@/lib/abuse/captcha"
import type { Limits } from "@/lib/abuse/limits"
import { networkOf } from "@/lib/abuse/network"
import { policy } from "@/lib/abuse/policy"
import type { Realm } from "@/lib/account/realm"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import { type Quota, type Refusal, refuse } from "@/lib/refusal"
import { after, type Now } from "@/lib/time"

/** A request to an endpoint that can cause a text message. */
export type Visit = {
  realm: Realm
  verb: string
  action: CaptchaAction
  captchaToken?: string | undefined
  address: string | undefined
}

/** Proof that a visit paid its way in. Only `enter` makes one, and `admit` asks for it. */
export type Pass = { lane: "strict" | "trusted"; readonly paid: unique symbol }

type Ports = { captcha: Captcha; limits: Limits; keys: KeyRing; now: Now }

/**
 * The door of every endpoint that can cause a text message: picks the lane by the captcha and takes one from the
 * address's budget for this endpoint. A token is asked about only within the roomy budget, so that nobody makes us ask
 * Google without end. Callers without an address share one strict budget, token or not. Fails closed: with the limits out
 * of reach nothing gets in.
 */
export async function enter(visit: Visit, ports: Ports): Promise<Pass | Refusal> {
  try {
    const verdict = visit.captchaToken && visit.address ? await judgeCaptcha(visit, visit.captchaToken, ports) : "none"
    if (typeof verdict === "object") return verdict
    if (verdict === "good") return { lane: "trusted" } as Pass
    const full = await take(policy.strictLane, visit, ports)
    if (full) return full
    return verdict === "bad" ? refuse({ kind: "captcha-failed" }) : ({ lane: "strict" } as Pass)
  } catch {
    return refuse({ kind: "sms-unavailable", retryAt: after(ports.now(), policy.outage) })
  }
}

async function take(quota: Quota, visit: Visit, { limits, keys, now }: Ports): Promise<Refusal | undefined> {
  const key = sealedName(keys, "visit", quota.name, visit.realm, visit.verb, networkOf(visit.address))
  const answer = await limits.take(key, quota, now())
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota })
}

/** A token counts once, here too: Google's own memory of it may lag behind two simultaneous requests. */
async function judgeCaptcha(visit: Visit, token: string, ports: Ports): Promise<CaptchaVerdict | Refusal> {
  const full = await take(policy.trustedLane, visit, ports)
  if (full) return full
  const verdict = await ports.captcha.check(token, visit.action, visit.address)
  if (verdict !== "good") return verdict
  const first = await ports.limits.take(sealedName(ports.keys, "captcha", token), policy.captchaToken, ports.now())
  return first.taken ? "good" : "none"
}
