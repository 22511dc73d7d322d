import { waitAfter } from "@/lib/challenge/failures"
import { sealedName } from "@/lib/keys/key-ring"
import { type Quota, type Refusal, refuse } from "@/lib/refusal"
import type { Owner } from "@/lib/session/session"
import type { Caller, Core } from "@/lib/sign-in/core"
import { guesserOf, type KnownGuesser } from "@/lib/sign-in/steps/guesser"
import { after } from "@/lib/time"

/** A secret that somebody is about to try: a password, a client's secret. */
export type SecretTry = {
  /** What the caller typed to be found, whether or not anybody has it. */
  subject: string
  /** Tries from one network, whatever the subject. */
  perNetwork: Quota
  /** Strangers' tries at one subject from all networks, where there is such a cap. */
  perSubject?: Quota
  /**
   * A secret that machines show and nobody guesses. A right one is heard during a wait as well, which somebody else on the same
   * network may have brought about; a wrong one hears of the wait.
   */
  isRandom?: true
  /** The account that the subject would find, where its owner may have a device that signed in before. */
  owner?: Owner
}

/** A try that is paid for. */
export type Spent = {
  guesser: KnownGuesser
  /** What a wrong one hears while a wait runs, where a right one is heard all the same. */
  waiting: Refusal | undefined
  /** The secret was not looked at. */
  returnTry(): Promise<void>
  /** The secret was right: what the same guesser got wrong before it costs their network nothing, and counts no more. */
  succeed(): Promise<void>
  /** `charged`: the guess was charged to the guess budgets too. */
  countFailure(charged?: boolean): Promise<void>
}

/**
 * Spends one try before it is looked at, so that a thousand guesses at once cannot outrun the count. Waits that grow bind
 * one guesser to one subject, and the cap on a subject is for strangers: whoever shows a device that signed in before has tries
 * of their own, so that a stranger locks nobody out.
 */
export async function spendTry(attempt: SecretTry, caller: Caller, core: Core): Promise<Spent | Refusal> {
  const { subject, perNetwork, perSubject, owner } = attempt
  const now = core.now()
  const guesser = await guesserOf(owner, subject, caller, core)
  const { isHome, network, row } = guesser
  const taken: string[] = []

  const take = async (key: string, quota: Quota) => {
    const answer = await core.tries.take([{ key, quota }], now)
    if (answer.taken) taken.push(key)
    return answer.taken ? undefined : refuse({ kind: "limited", retryAt: answer.retryAt, quota })
  }
  const fromHere = `${perNetwork.name}:${caller.realm}:${isHome ? row : network}`
  const full = await take(fromHere, perNetwork)
  if (full) return full
  const waiting = waitOut(guesser, core)
  if (waiting && !attempt.isRandom) return waiting
  if (perSubject && !isHome) {
    const capped = await take(sealedName(core.keys, perSubject.name, caller.realm, subject), perSubject)
    if (capped) return capped
  }
  return {
    guesser,
    waiting,
    async returnTry() {
      await core.tries.giveBack(taken, core.now())
    },
    async succeed() {
      // Of several right ones at once only that one takes the count along which ends it.
      const mistyped = await core.failures.clear(row)
      for (const key of taken) await core.tries.giveBack([key], core.now(), key === fromHere ? mistyped + 1 : 1)
    },
    countFailure: (charged = false) => core.failures.record(row, charged, core.now()),
  }
}

/** Waits that grow bind one guesser to one subject. */
export function waitOut({ failures }: KnownGuesser, core: Core): Refusal | undefined {
  const wait = failures ? waitAfter(failures.count) : 0
  const retryAt = failures ? after(failures.lastAt, wait) : core.now()
  const quota: Quota = { name: "wait", points: 1, window: wait }
  return retryAt > core.now() ? refuse({ kind: "limited", retryAt, quota }) : undefined
}
