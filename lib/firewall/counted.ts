import { type Attempt, isAsNewcomer } from "@/lib/firewall/attempt"
import type { Counted } from "@/lib/firewall/message"
import { waitName } from "@/lib/firewall/rules/cool-down"
import { phoneCaps, subjectCaps } from "@/lib/firewall/rules/message-caps"
import { strangerTextCharges } from "@/lib/firewall/rules/stranger-texts"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"

/** Whose waits, caps and draining budgets an attempt is counted in. */
export function countedOf(attempt: Attempt, keys: KeyRing): Counted {
  const { pass, subject, phone, to, whose } = attempt
  const { realm, network } = pass
  const counting = { realm, subject, network, e164: phone?.e164, whose }
  const isStrangers = whose === "stranger" && to === "known" && !isAsNewcomer(attempt)
  return {
    wait: waitName(counting, keys),
    perSubject: subjectCaps(counting, keys),
    perPhone: phoneCaps(counting, keys),
    strangerTexts: isStrangers && phone ? strangerTextCharges(pass, sealedName(keys, "phone", phone.e164), keys) : [],
  }
}
