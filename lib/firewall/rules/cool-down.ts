import type { Rule } from "@/lib/firewall/attempt"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { refuse } from "@/lib/refusal"
import { secondsUntil } from "@/lib/time"

/** The subject of a wait. It is what the caller typed, so that a wait tells nothing of who has an account. */
export const coolDownSubject = (realm: string, subject: string, keys: KeyRing): string =>
  sealedName(keys, "cool-down", realm, subject)

/** Between two messages for one subject to one phone lies a wait that doubles. */
export const coolDown: Rule = {
  name: "cool-down",
  async judge({ pass, subject, phone, whose }, { cooldowns, keys, now }) {
    const about = coolDownSubject(pass.realm, subject, keys)
    const target = phone ? sealedName(keys, "cool-down", phone.e164, whose) : `nobody, ${whose}`
    const { won, until } = await cooldowns.start(about, target, now())
    if (won) return { admit: true, resendAt: until, undo: () => cooldowns.release(about, target, until, now()) }
    const window = secondsUntil(until, now()) * 1000
    return refuse({
      kind: "wait",
      retryAt: until,
      quota: { name: "wait", points: 1, window: Math.max(window, policy.firstWait) },
    })
  },
}
