import { isAsNewcomer, type Rule, type RulePorts, type Verdict } from "@/lib/abuse/attempt"
import { policy } from "@/lib/abuse/policy"
import { sealedName } from "@/lib/keys/key-ring"
import { refuse } from "@/lib/refusal"

/** So many messages an hour and a day for what the caller typed, whether or not anybody has it. */
export const subjectCap: Rule = {
  name: "subject-cap",
  judge: async ({ pass, subject, whose }, ports) =>
    takeBoth(sealedName(ports.keys, "subject", pass.realm, subject, whose), ports),
}

/**
 * So many messages an hour and a day to one phone, whichever email they are asked for. What newcomers cause by naming it is
 * counted apart from what its account's owner asks for.
 */
export const phoneCap: Rule = {
  name: "phone-cap",
  judge: async (attempt, ports) => {
    const { phone, whose } = attempt
    const asker = isAsNewcomer(attempt) ? "newcomer" : whose
    return phone ? takeBoth(sealedName(ports.keys, "phone", phone.e164, asker), ports) : { admit: true }
  },
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
