import type { Candidate } from "@/lib/abuse/candidate"
import { candidateFrom, phoneNameOf, recipientOf } from "@/lib/abuse/candidate-of"
import type { DrainingBudgets } from "@/lib/abuse/draining-budgets"
import type { Firewall } from "@/lib/abuse/firewall"
import type { FirewallPolicy } from "@/lib/abuse/firewall-policy"
import { creditAll } from "@/lib/abuse/judge-in-books"
import type { VerifiedDecision } from "@/lib/abuse/ledger"
import { priceOf } from "@/lib/abuse/price"
import { strangerTextCharges } from "@/lib/abuse/rules/stranger-texts"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
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
  for (const { whose, to, asNewcomer, refusedBy, ...asked } of decisions) {
    if (whose !== "stranger" || to !== "known" || asNewcomer || refusedBy !== null) continue
    await drainingBudgets.forgive(strangerTextCharges(asked, sealedName(keys, "phone", phone), keys), 1, at)
  }
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
