import type { Attempt, Rule, RulePorts, Verdict } from "@/lib/abuse/attempt"
import { policy } from "@/lib/abuse/policy"
import { sealedName } from "@/lib/keys/key-ring"
import { refuse } from "@/lib/refusal"

/** So many messages an hour and a day for what the caller typed, whether or not anybody has it. */
export const subjectCap: Rule = {
  name: "subject-cap",
  judge: async (attempt, ports) => {
    const { pass, subject } = attempt
    return takeBoth(sealedName(ports.keys, "subject", pass.realm, subject, await whose(attempt)), ports)
  },
}

/**
 * So many messages an hour and a day to one phone. What strangers cause by naming it is counted apart from what its own
 * account asks for, and that apart from what is asked for in its name: a flood locks nobody out of their account.
 */
export const phoneCap: Rule = {
  name: "phone-cap",
  judge: async (attempt, ports) =>
    attempt.phone
      ? takeBoth(sealedName(ports.keys, "phone", attempt.phone.e164, await whose(attempt)), ports)
      : { admit: true },
}

/** Whose request it is: somebody's at a network that they signed in from before, or anybody's. */
async function whose({ to, pass, isHome }: Attempt): Promise<string> {
  // Asked for decoys too, so that they take as long.
  const atHome = await isHome?.(pass.plainNetwork)
  if (to === "newcomer") return "newcomer"
  return atHome ? "home" : "anybody"
}

async function takeBoth(name: string, { limits, now }: RulePorts): Promise<Verdict> {
  const taken: string[] = []
  const undo = async () => {
    for (const key of taken) await limits.giveBack(key, now())
  }
  for (const quota of [policy.perHour, policy.perDay]) {
    const key = `${quota.name}:${name}`
    const answer = await limits.take(key, quota, now()).catch(async (outage: unknown) => {
      await undo()
      throw outage
    })
    if (!answer.taken) {
      await undo()
      return refuse({ kind: "limited", retryAt: answer.retryAt, quota })
    }
    taken.push(key)
  }
  return { admit: true, undo }
}
