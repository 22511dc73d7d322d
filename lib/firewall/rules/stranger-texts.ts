import type { OpenBooks } from "@/lib/firewall/books/books"
import { drainedBy, isOver, roomIn } from "@/lib/firewall/books/drained"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import type { Case, Rule } from "@/lib/firewall/rule"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { DrainingCharge } from "@/lib/limits/draining-budgets"
import { policy } from "@/lib/limits/policy"

/**
 * Texts to known people that strangers ask for. Rules about newcomers do not judge them, so that a list of known emails would be
 * a way to spend our money and bother people: unverified texts fill budgets that drain slowly. The owner on a device that
 * signed in before is not asked.
 */
export const strangerTexts: Rule = {
  name: "stranger-texts",
  of: "firewall",
  judge({ message: { counted }, books, now }) {
    const charges = counted?.strangerTexts ?? []
    const isSuspicious = charges.some(
      (charge) => charge.name === "realm" && isOver(standing(charge, books, now), charge.policy),
    )
    for (const charge of charges) {
      if (charge.name === "realm") continue
      const found = standing(charge, books, now)
      const room = roomIn(found, charge, isSuspicious, now)
      if (!room.isFull) continue
      const { capacity, drains } = charge.policy
      const quota = { name: `stranger-texts-${charge.name}` as const, points: capacity, window: capacity * drains }
      return {
        verdict: "refuse",
        refusal: { kind: "limited", retryAt: room.retryAt, quota },
        why: { budget: charge.name, unverified: Math.round(found.open * 10) / 10, suspicion: isSuspicious },
      }
    }
    return undefined
  },
  take({ message: { counted }, now }, books) {
    if (counted) changeTexts(1, counted.strangerTexts, books, now)
  },
  giveBack({ message: { counted }, now }, books) {
    if (counted) changeTexts(-1, counted.strangerTexts, books, now)
  },
}

/** Charges a text, or forgives one. `people` counts the person who verified it, where they make room for more. */
export function changeTexts(
  count: 1 | -1,
  charges: readonly DrainingCharge[],
  books: OpenBooks,
  now: Date,
  people = 0,
): void {
  for (const charge of charges) {
    const person = charge.name === "account" ? 0 : people
    if (charge.name === "realm") books.addToDrain(charge, { open: count, verified: person }, now)
    else {
      const { open, verified, at } = standing(charge, books, now)
      books.putDrain(charge.key, { open: Math.max(0, open + count), verified: verified + person, at })
    }
  }
}

const standing = ({ key, policy }: DrainingCharge, books: Case["books"], now: Date) =>
  drainedBy(books.drain(key), policy, now)

/** The budgets of one such text: of the phone by its name in the ledger, and of who asked. Work is no token here. */
export function strangerTextCharges(
  { realm, network, place, captcha, ...asked }: Pick<Decision, "realm" | "network" | "place" | "lane" | "captcha">,
  phone: string,
  keys: KeyRing,
): DrainingCharge[] {
  const { account, realm: whole, ...lanes } = policy.strangerTexts
  const lane = captcha === "worked" ? "strict" : asked.lane
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
