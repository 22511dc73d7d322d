import { creditAll } from "@/lib/firewall/books/judge-in-books"
import type { Candidate } from "@/lib/firewall/candidate"
import { candidateFrom, phoneNameOf, recipientOf } from "@/lib/firewall/candidate-of"
import type { Firewall } from "@/lib/firewall/firewall"
import { creditAfter } from "@/lib/firewall/ledger/credits"
import type { VerifiedDecision } from "@/lib/firewall/ledger/ledger"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { priceOf } from "@/lib/firewall/price"
import { strangerTextCharges } from "@/lib/firewall/rules/stranger-texts"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import type { DrainingBudgets } from "@/lib/limits/draining-budgets"
import { policy } from "@/lib/limits/policy"
import { after, days, type Now } from "@/lib/time"

type Ports = { firewall: Firewall; keys: KeyRing; now: Now; drainingBudgets: DrainingBudgets }

/** How far back a PIN that is verified vouches for what was sent to the same phone for the same subject. */
const vouchesFor = days(1)

/**
 * A PIN that was sent to this phone for this subject was right: whatever was sent there of late paid off. Whoever mistyped or
 * asked for another message leaves nothing open. A phone counts once, under however many names it is verified.
 */
export async function noteVerified(
  { realm, subject, phone }: { realm: string; subject: string; phone: string },
  { firewall, keys, now, drainingBudgets }: Ports,
): Promise<void> {
  const at = now()
  const recipient = recipientOf(realm, subject, phone, keys)
  const decisions = await firewall.ledger.verified(recipient, after(at, -vouchesFor), at)
  await forgiveStrangerTexts(decisions, phone, at, { firewall, keys, drainingBudgets })
  // What the firewall would have refused was never charged.
  const charged = decisions.filter(({ asNewcomer, refusedBy }) => asNewcomer && refusedBy === null)
  if (charged.length === 0) return
  const candidates = charged.map((decision) => chargedFor(decision, firewall.policy))
  await creditAll(candidates, await firewall.credits.take(phoneNameOf(phone, keys), at), firewall, at)
}

/** A decision as it was charged: what it reserved beyond its price bought a look-up. Nobody's weighs what it would have cost. */
function chargedFor(decision: VerifiedDecision, { prices }: FirewallPolicy): Candidate {
  const { to, country, price, reserved } = decision
  if (to === "decoy") return candidateFrom(decision, priceOf(country ?? "", prices))
  return { ...candidateFrom(decision, price), lookupPrice: Math.max(0, reserved - price) }
}

/** Texts to a known person that they asked for on a new device: they are no stranger's, and their network has a person more. */
async function forgiveStrangerTexts(
  decisions: readonly VerifiedDecision[],
  phone: string,
  at: Date,
  { firewall, keys, drainingBudgets }: Omit<Ports, "now">,
): Promise<void> {
  const theirs = decisions.filter(
    ({ whose, to, asNewcomer, refusedBy }) =>
      whose === "stranger" && to === "known" && !asNewcomer && refusedBy === null,
  )
  if (theirs.length === 0) return
  const age = await firewall.credits.take(sealedName(keys, "texted", phone), at)
  for (const decision of theirs) {
    const charges = strangerTextCharges(decision, sealedName(keys, "phone", phone), keys)
    const around = charges.filter(({ name }) => name !== "account")
    await drainingBudgets.forgive(charges, 1, at)
    await drainingBudgets.vouch(around, creditAfter(age, policy.strangerTexts.account.halfLife) / theirs.length, at)
  }
}
