import type { Realm } from "@/lib/account/realm"
import type { Channel } from "@/lib/delivery/channel"
import type { CaptchaVerdict, NumbersOpinion } from "@/lib/firewall/captcha"
import type { No } from "@/lib/refusal"
import type { ShownDevice } from "@/lib/session/session"

/** Proof that a visit paid its way in. Only `enter` makes one, and `admit` asks for it. */
export type Pass = Origin & {
  lane: "strict" | "trusted"
  captcha: CaptchaVerdict
  /** What Google thinks of the number that the request named, and what its answer is called there. */
  opinion?: NumbersOpinion
  assessment?: string
  /** Poses a puzzle whose solution would be as good as a token; undefined for whoever brought one, or cannot work. */
  pose?: Pose | undefined
  readonly paid: unique symbol
}

/** Poses a puzzle for the request at hand, as hard as this. */
export type Pose = (hardness: number) => Promise<string>

/** Where a visit came from: its network as a keyed hash and as it is, and the coarse prefix around that. */
export type Origin = {
  at: Date
  realm: Realm
  verb: string
  /** By which channel the PIN is to go. */
  channel: Channel
  client: string
  network: string
  plainNetwork: string
  place: string
  /** What the caller shows of its device. */
  shown: ShownDevice | undefined
  /** Whether the caller still waits for the answer. */
  isWaiting: () => boolean
}

/** How the door refuses. */
export type NoEntry = No<"limited" | "captcha-failed" | "sms-unavailable">

/** A no at the door: the rule that gave it, and what was known of the captcha by then. */
export type TurnedAway = {
  no: NoEntry
  rule: "captcha" | "address-budget"
  captcha: CaptchaVerdict
  lane: Pass["lane"]
}
