import type { PhoneNumber } from "@/lib/account/phone-number"
import type { Realm } from "@/lib/account/realm"
import type { Channel, Channels } from "@/lib/delivery/channel"
import type { Assessed, Captcha, CaptchaAction } from "@/lib/firewall/captcha"
import type { Firewall } from "@/lib/firewall/firewall"
import { turnedAway } from "@/lib/firewall/ledger/record"
import { isToldOf } from "@/lib/firewall/opinions/told-of"
import type { NoEntry, Origin, Pass, Pose, TurnedAway } from "@/lib/firewall/pass"
import type { Work, Worker } from "@/lib/firewall/work"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { Asked, Limits } from "@/lib/limits/limits"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import { policy } from "@/lib/limits/policy"
import { isRefusal, type No, type Quota, refuse } from "@/lib/refusal"
import { type DeviceProof, shownBy } from "@/lib/session/known-device"
import { after, type Now } from "@/lib/time"

/** A request to an endpoint that can cause a text message. `about` is for whom and where to: a proof of work is good for that alone. */
export type Visit = {
  verb: string
  action: CaptchaAction
  captchaToken?: string | undefined
  about?: readonly string[]
  /** The number that the request itself names, where a newcomer's text would go. */
  number?: PhoneNumber | undefined
}

/** Who makes it, as far as the door cares. */
export type Visiting = DeviceProof & {
  realm: Realm
  client: string
  address: string | undefined
  work?: Worker | undefined
  /** By which channel they want the PIN; undefined for the first of those that are in use. */
  channel?: Channel | undefined
  isWaiting?: () => boolean
}

/** What the door needs. */
export type DoorNeeds = {
  channels: Channels
  captcha: Captcha
  work: Work
  limits: Limits
  keys: KeyRing
  now: Now
  newId: () => string
  later: (task: () => Promise<unknown>) => void
  warn: (event: string, problem: unknown) => void
  isClockRight: () => boolean
  countries: ReadonlySet<string> | "all"
  firewall: Pick<Firewall, "enforce" | "ledger" | "policy">
}

/**
 * The door of every endpoint that can cause a text message: picks the lane by the captcha and takes one from what the
 * address, and the addresses around it, may ask of this endpoint. A token is asked about only within the roomy budget, so
 * that no one makes us ask Google without end. A proof of work is as good as a token, where the caller can bring one. Callers
 * without an address share one strict budget, token or not. Fails closed: with the limits out of reach nothing gets in.
 */
export async function enter(visit: Visit, visiting: Visiting, needs: DoorNeeds): Promise<Pass | NoEntry> {
  const origin = originOf(visit, visiting, needs)
  try {
    if (!needs.isClockRight()) throw new ClockWrong()
    const pose = poser(visit, visiting, origin, needs)
    const answer = await choose(visit, visiting, origin, { ...needs, pose })
    if (!("no" in answer)) return answer
    const decision = turnedAway(origin, answer, needs.newId(), needs.keys)
    // A no costs nothing, so that it need not wait until it is written down.
    needs.later(() => needs.firewall.ledger.count(decision))
    const { no } = answer
    // A token that Google dislikes is not held against a person who comes without it, so that work is asked of those alone.
    const puzzle = no.kind === "limited" && answer.lane === "strict" ? await pose?.(0) : undefined
    return puzzle && no.kind === "limited" ? { ...no, puzzle } : no
  } catch (problem) {
    needs.warn("door-closed", problem)
    return refuse({ kind: "sms-unavailable", retryAt: after(needs.now(), policy.outage) })
  }
}

async function choose(
  visit: Visit,
  { address, work }: Visiting,
  origin: Origin,
  needs: DoorNeeds & { pose: Pose | undefined },
): Promise<Pass | TurnedAway> {
  const { captchaToken } = visit
  if (work?.answer && address && (await hasWorked(work.answer, visit, origin, needs)))
    return { ...origin, lane: "trusted", captcha: "worked" } as Pass
  const without = { verdict: needs.captcha.isOff ? "off" : "none" } as const
  const isAsked = captchaToken && address && !needs.captcha.isOff
  const judged: Assessed | No<"limited"> = isAsked
    ? await judgeCaptcha(captchaToken, address, visit, origin, needs)
    : without
  if (isRefusal(judged)) return { no: judged, rule: "address-budget", captcha: "none", lane: "trusted" }
  const { verdict: captcha, ...told } = judged
  const pass = (lane: Pass["lane"]) => ({ ...origin, lane, captcha, ...told }) as Pass
  if (captcha === "good") return pass("trusted")
  const full = await take(policy.strictLane, policy.strictPlace, origin, needs)
  if (full) return { no: full, rule: "address-budget", captcha, lane: "strict" }
  if (captcha !== "bad") return { ...pass("strict"), pose: needs.pose }
  return { no: refuse({ kind: "captcha-failed" }), rule: "captcha", captcha, lane: "strict" }
}

function originOf({ verb }: Visit, visiting: Visiting, { channels, keys, now }: DoorNeeds): Origin {
  const { realm, client, address, channel = channels[0], isWaiting = always } = visiting
  const plainNetwork = networkOf(address)
  const network = sealedName(keys, "network", plainNetwork)
  const place = placeOf(plainNetwork) ?? "nowhere"
  return { at: now(), realm, verb, channel, client, network, plainNetwork, place, shown: shownBy(visiting), isWaiting }
}
const always = () => true

/** By a wrong clock two texts would leave within one wait, and a budget's hour would open twice. */
class ClockWrong extends Error {
  override name = "ClockWrong"
}

/** One from the address's budget and, where the firewall enforces, one from that of the addresses around it. */
async function take(one: Quota, around: Quota, origin: Origin, needs: DoorNeeds): Promise<No<"limited"> | undefined> {
  const answer = await needs.limits.take(budgetsFor(one, around, origin, needs), needs.now())
  return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota: answer.quota })
}

function budgetsFor(one: Quota, around: Quota, origin: Origin, { keys, firewall }: DoorNeeds): Asked[] {
  const { realm, verb, plainNetwork, place } = origin
  const named = (quota: Quota, where: string) => ({
    key: sealedName(keys, "visit", quota.name, realm, verb, where),
    quota,
  })
  const isWide = place !== "nowhere" && firewall.enforce
  return [named(one, plainNetwork), ...(isWide ? [named(around, place)] : [])]
}

/** Poses puzzles to a caller who can work. Without an address nothing binds a solution to who found it. */
function poser(visit: Visit, { address, work }: Visiting, origin: Origin, needs: DoorNeeds): Pose | undefined {
  if (!work || !address) return undefined
  return (hardness) => needs.work.pose(requestName(visit, origin, needs), hardness, needs.now())
}

const requestName = ({ about = [] }: Visit, { realm, verb, network }: Origin, { keys }: DoorNeeds) =>
  sealedName(keys, "work", realm, verb, network, JSON.stringify(about))

/** Whether a puzzle was solved for this very request. It is spent by one statement, with the budget of what checks cost, before it is checked. */
async function hasWorked(answer: string, visit: Visit, origin: Origin, needs: DoorNeeds): Promise<boolean> {
  const { work, limits, keys, now } = needs
  const spend = async (puzzle: string) => {
    const once = { key: sealedName(keys, "puzzle", puzzle), quota: policy.puzzle }
    return (await limits.take([...budgetsFor(policy.work, policy.workPlace, origin, needs), once], now())).taken
  }
  return work.check(answer, requestName(visit, origin, needs), now(), spend)
}

/** A token counts once, here too: Google's own memory of it may lag behind two simultaneous requests. */
async function judgeCaptcha(
  token: string,
  address: string,
  visit: Visit,
  origin: Origin,
  needs: DoorNeeds,
): Promise<Assessed | No<"limited">> {
  const full = await take(policy.trustedLane, policy.trustedPlace, origin, needs)
  if (full) return full
  const { captcha } = needs
  const number = isToldOf(visit, origin, needs) ? visit.number?.e164 : undefined
  const assessed =
    number && captcha.assess
      ? await captcha.assess(token, visit.action, address, number)
      : { verdict: await captcha.check(token, visit.action, address) }
  if (assessed.verdict !== "good") return assessed
  const first = await needs.limits.take(
    [{ key: sealedName(needs.keys, "captcha", token), quota: policy.captchaToken }],
    needs.now(),
  )
  return first.taken ? assessed : { verdict: "none" }
}
