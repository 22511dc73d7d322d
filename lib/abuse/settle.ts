import { candidateFrom, recipientOf } from "@/lib/abuse/candidate-of"
import type { Firewall } from "@/lib/abuse/firewall"
import { creditAll } from "@/lib/abuse/judge-in-books"
import type { KeyRing } from "@/lib/keys/key-ring"
import { after, days, type Now } from "@/lib/time"

/** How far back a PIN that is verified vouches for what was sent to the same phone for the same subject. */
const vouchesFor = days(1)

/**
 * A PIN that was sent to this phone for this subject was right: whatever was sent there of late paid off. Whoever mistyped or
 * asked for another message leaves nothing open.
 */
export async function noteVerified(
  { realm, subject, phone }: { realm: string; subject: string; phone: string },
  { firewall, keys, now }: { firewall: Firewall; keys: KeyRing; now: Now },
): Promise<void> {
  const at = now()
  const recipient = recipientOf(realm, subject, phone, keys)
  const decisions = await firewall.ledger.verified(recipient, after(at, -vouchesFor), at)
  // What the firewall would have refused was never charged.
  await creditAll(
    decisions
      .filter(({ to, refusedBy }) => to === "newcomer" && refusedBy === null)
      .map((decision) => candidateFrom(decision, decision.reserved)),
    firewall,
    at,
  )
}
