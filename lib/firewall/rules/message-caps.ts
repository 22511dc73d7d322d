import type { Attempt, Rule, RulePorts, Verdict } from "@/lib/firewall/attempt"
import { sealedName } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { type Quota, refuse } from "@/lib/refusal"

/**
 * So many messages a day for what the caller typed, whether or not anybody has it. Strangers are counted by network: what one
 * asks for in a person's name leaves that person's other networks alone.
 */
export const subjectCap: Rule = {
  name: "subject-cap",
  async judge({ pass, subject, whose }, ports) {
    if (whose === "home") return { admit: true }
    const asker = sealedName(ports.keys, "subject", pass.realm, subject, pass.network)
    return takeAll([{ quota: policy.perAsker, name: asker }], ports)
  },
}

/**
 * So many messages an hour and a day to one phone, whoever asks and whichever email they are asked for: what the contract has is
 * one total. Strangers may use up most of it; the rest is for whoever asks on a device that signed in before. Where nobody has
 * what was typed, it stands for the phone.
 */
export const phoneCap: Rule = {
  name: "phone-cap",
  async judge(attempt, ports) {
    const phone = nameOf(attempt, ports)
    const total = [policy.perHour, policy.perDay].map((quota) => ({ quota, name: phone }))
    const strangers = [policy.strangersHour, policy.strangersDay].map((quota) => ({ quota, name: phone }))
    return takeAll(attempt.whose === "home" ? total : [...strangers, ...total], ports)
  },
}

const nameOf = ({ phone, pass, subject }: Attempt, { keys }: RulePorts) =>
  phone ? sealedName(keys, "phone", phone.e164) : sealedName(keys, "phone of nobody", pass.realm, subject)

/** Takes one of each, or of none. */
async function takeAll(
  wanted: readonly { quota: Quota; name: string }[],
  { limits, now }: RulePorts,
): Promise<Verdict> {
  const asked = wanted.map(({ quota, name }) => ({ key: `${quota.name}:${name}`, quota }))
  const answer = await limits.take(asked, now())
  if (!answer.taken) return refuse({ kind: "limited", retryAt: answer.retryAt, quota: answer.quota })
  const keys = asked.map(({ key }) => key)
  return { admit: true, undo: () => limits.giveBack(keys, now()) }
}
