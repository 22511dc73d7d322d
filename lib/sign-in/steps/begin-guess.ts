import type { Realm } from "@/lib/account/realm"
import type { NewChallenge, Tried } from "@/lib/challenge/challenge"
import type { GuessCaps } from "@/lib/challenge/guess-caps"
import { deviceKnownFor, deviceRow } from "@/lib/challenge/guess-policy"
import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { type No, refuse } from "@/lib/refusal"
import { shownBy } from "@/lib/session/known-device"
import type { Owner } from "@/lib/session/session"
import type { Caller, Core } from "@/lib/sign-in/core"
import { turn } from "@/lib/sign-in/steps/take-turn"
import { after } from "@/lib/time"

/** What a caller is about to guess at. */
export type GuessAt = {
  /** What the caller typed to be found, or what their key stands for, whether or not anybody has it. */
  subject: string
  /** The account that the subject would find, where its owner may have a device that signed in before. */
  owner?: Owner
  caps: GuessCaps
  /** The challenge that a try is spent of, where there is one: that of the subject, by its decoy, or that of a key. */
  target?: { decoy: NewChallenge; onePool?: boolean } | { keyHash: string; realm: Realm }
}

/** A caller whose guess is paid for. */
export type KnownGuesser = {
  /** Whether it is the owner, on a device that signed in before. */
  isHome: boolean
  /** Where they guess from, as a keyed hash. */
  network: string
  /** The name of the count of what they guessed wrong in a row at this subject. */
  row: string
  /** The budgets of which a right guess gives one back. Its own network's or device's is the first. */
  budgets: readonly string[]
  /** The challenge with the try that was spent; undefined where none was left. */
  tried: Tried | undefined
}

/** What a guess needs to begin. */
export type BeginNeeds = Pick<Core, "now" | "keys" | "guesses">

/**
 * Tells who guesses, an owner on a device that signed in before or a stranger, and spends one of their tries, and one of the challenge's, before anything is
 * looked at, so that a thousand guesses at once cannot outrun the count. Waits that grow bind one guesser to one subject, and
 * a device that signed in before has tries of its own, so that no stranger can lock its owner out. Every subject is asked
 * alike, so that the answer's time tells nothing.
 */
export async function beginGuess(at: GuessAt, caller: Caller, core: BeginNeeds): Promise<KnownGuesser | No<"limited">> {
  const { subject, owner, caps, target } = at
  const { realm, address } = caller
  const { keys } = core
  const now = core.now()
  const network = sealedName(keys, "network", networkOf(address))
  const rowOf = (who: string) => sealedName(keys, "failures", realm, subject, who)
  const place = caps.place && turn(caps.place, caller, core)
  const whole = caps.subject && { key: sealedName(keys, caps.subject.name, realm, subject), quota: caps.subject }
  const own = (whose: string) => ({ key: `${caps.tries.name}:${realm}:${whose}`, quota: caps.tries })
  const begun = await core.guesses.begin(
    {
      device: owner && { owner, shown: shownBy(caller), since: after(now, -deviceKnownFor) },
      rows: { stranger: rowOf(network), device: `${deviceRow}${rowOf("device")} ` },
      budgets: { stranger: [...(place ? [place] : []), own(network), ...(whole ? [whole] : [])], device: [own("")] },
      target: target && { ...target, network },
    },
    now,
  )
  if ("retryAt" in begun) return refuse({ kind: "limited", ...begun })
  const budgets = begun.budgets.filter((key) => key !== place?.key)
  const { isHome, row, tried } = begun
  return { isHome, network, row, budgets, tried }
}
