import type { Rule } from "@/lib/firewall/attempt"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { policy } from "@/lib/limits/policy"
import { refuse } from "@/lib/refusal"

/**
 * Texts to known people that strangers ask for. Rules about newcomers do not judge them, so that a list of known emails would be
 * a way to spend our money and bother people: what nobody verifies fills budgets that drain slowly. The owner on a device that
 * signed in before is not asked.
 */
export const strangerTexts: Rule = {
  name: "stranger-texts",
  async judge({ pass, phone, to, whose }, { keys, now, drainingBudgets }) {
    if (whose === "home" || to !== "known" || !phone) return { admit: true }
    const { realm, network, place, lane } = pass
    const charges = strangerTextCharges({ realm, network, place, lane }, sealedName(keys, "phone", phone.e164), keys)
    const answer = await drainingBudgets.charge(charges, now())
    if (answer.taken) return { admit: true, undo: () => drainingBudgets.forgive(charges, 1, now()) }
    const { capacity, drains } =
      charges.find(({ name }) => name === answer.full)?.policy ?? policy.strangerTexts.account
    const quota = { name: `stranger-texts-${answer.full}`, points: capacity, window: capacity * drains }
    return refuse({ kind: "limited", retryAt: answer.retryAt, quota })
  },
}

/** The budgets of one such text: of the phone by its name in the ledger, and of who asked. */
export function strangerTextCharges(
  { realm, network, place, lane }: Pick<Decision, "realm" | "network" | "place" | "lane">,
  phone: string,
  keys: KeyRing,
): DrainingCharge[] {
  const { account, realm: whole, ...lanes } = policy.strangerTexts
  const charge = (name: DrainingCharge["name"], what: string, rules: DrainingCharge["policy"]): DrainingCharge => ({
    name,
    key: sealedName(keys, "stranger-texts", name, what),
    policy: rules,
    weight: 1,
  })
  return [
    charge("account", phone, account),
    charge("network", `${lane} ${network}`, lanes[lane].network),
    ...(place === "nowhere" ? [] : [charge("place", `${lane} ${place}`, lanes[lane].place)]),
    charge("realm", realm, whole),
  ]
}
