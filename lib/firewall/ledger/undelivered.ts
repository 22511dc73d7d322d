import { closeOpen, poolOf } from "@/lib/firewall/books/open-money"
import { releaseScopes } from "@/lib/firewall/books/scopes"
import type { Firewall } from "@/lib/firewall/firewall"
import { chargedFor } from "@/lib/firewall/ledger/verified"
import { changeTexts, strangerTextCharges } from "@/lib/firewall/rules/stranger-texts"
import type { KeyRing } from "@/lib/keys/key-ring"
import type { Now } from "@/lib/time"

/** What noting a message that did not arrive needs. */
export type UndeliveredNeeds = { firewall: Pick<Firewall, "books" | "ledger" | "policy">; keys: KeyRing; now: Now }

/**
 * A carrier did not deliver a message, so that it could not be verified: it says nothing of the person, their network or their
 * country, and is owed there no more. So an outage trips no breaker, and one that it tripped closes as the news come in. Of the
 * money that stands open only a part comes back: a carrier may bill what it did not deliver, and numbers that do not exist are
 * for the asking.
 */
export async function noteUndelivered(decisionId: string, { firewall, keys, now }: UndeliveredNeeds): Promise<void> {
  const { books, ledger, policy } = firewall
  const decision = await ledger.undelivered(decisionId)
  // What the firewall would have refused was never charged.
  if (!decision || decision.refusedBy !== null) return
  const { message, charged = [] } = chargedFor(decision, policy)
  const texts = strangerTextCharges(decision, message.phone, keys).filter(({ key }) => charged.includes(key))
  const at = now()
  await books.within({ exposures: charged, drains: texts.map(({ key }) => key) }, at, (open) => {
    releaseScopes(message, charged, policy, open, at)
    changeTexts(-1, texts, open, at)
    closeOpen(message, policy.open[poolOf(message, open.listed, policy)].undelivered, policy, open)
  })
}
