import type { Realm } from "@/lib/account/realm"
import type { Captcha, CaptchaAction, CaptchaVerdict } from "@/lib/firewall/captcha"
import type { Firewall } from "@/lib/firewall/firewall"
import { turnedAway } from "@/lib/firewall/ledger/record"
import type { NoEntry, Origin, Pass, TurnedAway } from "@/lib/firewall/pass"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { Limits } from "@/lib/limits/limits"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type No, type Quota, refuse } from "@/lib/refusal"
import { type DeviceProof, shownBy } from "@/lib/session/known-device"
import { after, type Now } from "@/lib/time"

/** A request to an endpoint that can cause a text message. */
export type Visit = { verb: string; action: CaptchaAction; captchaToken?: string | undefined }

/** Who makes it, as far as the door cares. */
export type Visiting = DeviceProof & {
  realm: Realm
  client: string
  address: string | undefined
  isWaiting?: () => boolean
}

/** What the door needs. */
export type DoorNeeds = {
  captcha: Captcha
  limits: Limits
  keys: KeyRing
  now: Now
  newId: () => string
  later: (task: () => Promise<unknown>) => void
  warn: (event: string, problem: unknown) => void
  isClockRight: () => boolean
  firewall: Pick<Firewall, "enforce" | "ledger">
}

/**
 * The door of every endpoint that can cause a text message: picks the lane by the captcha and takes one from what the
 * address, and the addresses around it, may ask of this endpoint. A token is asked about only within the roomy budget, so
 * that no one makes us ask Google without end. Callers without an address share one strict budget, token or not. Fails
 * closed: with the limits out of reach nothing gets in.
 */
export async function enter(visit: Visit, visiting: Visiting, needs: DoorNeeds): Promise<Pass | NoEntry> {
  const origin = originOf(visit, visiting, needs)
  try {
    if (!needs.isClockRight()) throw new ClockWrong()
    const answer = await choose(visit, visiting, origin, needs)
    if (!("no" in answer)) return answer
    const decision = turnedAway(origin, answer, needs.newId(), needs.keys)
    // A no costs nothing, so that it need not wait until it is written down.
    needs.later(() => needs.firewall.ledger.count(decision))
    return answer.no
  } catch (problem) {
    needs.warn("door-closed", problem)
    return refuse({ kind: "sms-unavailable", retryAt: after(needs.now(), policy.outage) })
  }
}

async function choose(
  visit: Visit,
  { address }: Visiting,
  origin: Origin,
  needs: DoorNeeds,
): Promise<Pass | TurnedAway> {
  const { captchaToken } = visit
  const without = needs.captcha.isOff ? "off" : "none"
  const isAsked = captchaToken && address && !needs.captcha.isOff
  const captcha = isAsked ? await judgeCaptcha(captchaToken, visit.action, address, origin, needs) : without
  if (isRefusal(captcha)) return { no: captcha, rule: "address-budget", captcha: "none", lane: "trusted" }
  const pass = (lane: Pass["lane"]) => ({ ...origin, lane, captcha }) as Pass
  if (captcha === "good") return pass("trusted")
  const full = await take(policy.strictLane, policy.strictPlace, origin, needs)
  if (full) return { no: full, rule: "address-budget", captcha, lane: "strict" }
  if (captcha !== "bad") return pass("strict")
  return { no: refuse({ kind: "captcha-failed" }), rule: "captcha", captcha, lane: "strict" }
}

function originOf({ verb }: Visit, visiting: Visiting, { keys, now }: DoorNeeds): Origin {
  const { realm, client, address, isWaiting = always } = visiting
  const plainNetwork = networkOf(address)
  const network = sealedName(keys, "network", plainNetwork)
  const place = placeOf(plainNetwork) ?? "nowhere"
  return { at: now(), realm, verb, client, network, plainNetwork, place, shown: shownBy(visiting), isWaiting }
}
const always = () => true

/** By a wrong clock two texts would leave within one wait, and a budget's hour would open twice. */
class ClockWrong extends Error {
  override name = "ClockWrong"
}

/** One from the address's budget and, where the firewall enforces, one from that of the addresses around it. */
async function take(one: Quota, around: Quota, origin: Origin, needs: DoorNeeds): Promise<No<"limited"> | undefined> {
  const { realm, verb, plainNetwork, place } = origin
  const { limits, keys, now, firewall } = needs
  const named = (quota: Quota, where: string) => ({
    key: sealedName(keys, "visit", quota.name, realm, verb, where),
    quota,
  })
  const isWide = place !== "nowhere" && firewall.enforce
  const asked = [named(one, plainNetwork), ...(isWide ? [named(around, place)] : [])]
  const answer = await limits.take(asked, now())
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota: answer.quota })
}

/** A token counts once, here too: Google's own memory of it may lag behind two simultaneous requests. */
async function judgeCaptcha(
  token: string,
  action: CaptchaAction,
  address: string,
  origin: Origin,
  needs: DoorNeeds,
): Promise<CaptchaVerdict | No<"limited">> {
  const full = await take(policy.trustedLane, policy.trustedPlace, origin, needs)
  if (full) return full
  const verdict = await needs.captcha.check(token, action, address)
  if (verdict !== "good") return verdict
  const first = await needs.limits.take(
    [{ key: sealedName(needs.keys, "captcha", token), quota: policy.captchaToken }],
    needs.now(),
  )
  return first.taken ? "good" : "none"
}
