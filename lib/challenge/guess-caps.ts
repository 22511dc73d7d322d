import { policy } from "@/lib/limits/policy"
import type { Quota } from "@/lib/refusal"

/** What guesses at one kind of secret are asked for before they are looked at, whatever the subject. */
export type GuessCaps = {
  /** From all the addresses around a stranger's, right or wrong: it is what a guess costs us that is bounded. */
  place?: Quota
  /** Wrong ones from one network, or on one known device. */
  tries: Quota
  /** Strangers' wrong ones at one subject, from all networks. */
  subject?: Quota
}

/** The caps, side by side. What else strangers may guess at PINs is in `guess-policy.ts`. */
export const guessCaps = {
  pin: { place: policy.pinPlace, tries: policy.pinTries },
  /** Only its signed-in owner can guess at it. */
  changePin: { tries: policy.pinTries },
  password: { place: policy.passwordPlace, tries: policy.passwordTries, subject: policy.passwordCap },
} as const satisfies Record<string, GuessCaps>
