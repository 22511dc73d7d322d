import type { Guesser } from "@/lib/challenge/challenge"
import type { FailureCount } from "@/lib/challenge/failures"
import { deviceRow, knownDeviceCap } from "@/lib/challenge/guess-policy"
import { sealedName } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { shownBy } from "@/lib/session/known-device"
import type { Owner } from "@/lib/session/session"
import type { Caller, Core } from "@/lib/sign-in/core"
import { knownDevice } from "@/lib/sign-in/steps/known-device"

/** Somebody who guesses, and what they guessed wrong in a row at this subject so far. */
export type KnownGuesser = Guesser & {
  /** The name of that count. */
  row: string
  failures: FailureCount | undefined
}

/**
 * Who guesses: where the subject may have an owner, the owner on a device that signed in before, or a stranger. A device that
 * guessed wrong a hundred times in a row is in the wrong hands, and a stranger's.
 */
export async function guesserOf(
  owner: Owner | undefined,
  subject: string,
  caller: Caller,
  core: Core,
): Promise<KnownGuesser> {
  const network = sealedName(core.keys, "network", networkOf(caller.address))
  const rowOf = (who: string) => sealedName(core.keys, "failures", caller.realm, subject, who)
  const device = owner && (await knownDevice(owner, shownBy(caller), core))
  if (device !== undefined) {
    const row = `${deviceRow}${rowOf(device)}`
    const failures = await core.failures.read(row)
    if (!failures || failures.count < knownDeviceCap) return { isHome: true, network, row, failures }
  }
  const row = rowOf(network)
  return { isHome: false, network, row, failures: await core.failures.read(row) }
}
