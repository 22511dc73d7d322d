import { networkOf } from "@/lib/abuse/network"
import { failureKey } from "@/lib/challenge/failure-key"
import { waitAfter } from "@/lib/challenge/failures"
import { sealedName } from "@/lib/keys/key-ring"
import { type Quota, type Refusal, refuse } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/** A secret that somebody is about to try: a password, a client's secret. */
export type SecretTry = {
  /** What the caller typed to be found, whether or not anybody has it. */
  subject: string
  /** Tries from one network, whatever the subject. */
  perNetwork: Quota
  /** Tries at one subject from all networks, where there is such a cap. */
  perSubject?: Quota
  /** Whether the subject's owner was let in from this network before. They are heard beyond the cap. */
  isHome?: (network: string) => Promise<boolean>
}

/** A try that is paid for. */
export type Spent = {
  /** The counts that end with a success. */
  failureKeys: string[]
  giveBack(): Promise<void>
  countFailure(): Promise<void>
}

/**
 * Spends one try before it is looked at, so that a thousand guesses at once cannot outrun the count. Waits that grow bind
 * one network to one subject, and the cap on a subject leaves the networks open that its owner is known from: a stranger
 * locks nobody out.
 */
export async function spendTry(attempt: SecretTry, caller: Caller, core: Core): Promise<Spent | Refusal> {
  const { subject, perNetwork, perSubject, isHome } = attempt
  const now = core.now()
  const network = networkOf(caller.address)
  const place = sealedName(core.keys, "network", network)
  const count = failureKey(caller.realm, subject, place)
  const budgets: string[] = []

  const take = async (key: string, quota: Quota) => {
    const answer = await core.tries.take(key, quota, now)
    if (answer.taken) budgets.push(key)
    return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota })
  }
  const refusal =
    (await take(`${perNetwork.name}:${caller.realm}:${place}`, perNetwork)) ?? (await waitOut(count, core))
  if (refusal) return refusal
  if (perSubject) {
    const capped = await take(sealedName(core.keys, perSubject.name, caller.realm, subject), perSubject)
    // An address that nobody knows is everybody's, and nobody's home.
    if (capped && !(caller.address && (await isHome?.(network)))) return capped
  }
  return {
    failureKeys: [count],
    giveBack: async () => {
      for (const key of budgets) await core.tries.giveBack(key, core.now())
    },
    countFailure: async () => void (await core.failures.record(count, core.now())),
  }
}

async function waitOut(count: string, core: Core): Promise<Refusal | undefined> {
  const failures = await core.failures.read(count)
  if (!failures) return undefined
  const wait = waitAfter(failures.count)
  const retryAt = after(failures.lastAt, wait)
  const quota: Quota = { name: "wait", points: 1, window: wait }
  return retryAt > core.now() ? refuse({ kind: "limited", retryAt, quota }) : undefined
}
