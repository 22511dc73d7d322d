import { type DeedNeeds, noteDeed, type Operator } from "@/lib/console/operator"
import { type ListEntry, listedAs } from "@/lib/firewall/operator-list"
import type { Core } from "@/lib/sign-in/core"

type Named = Pick<ListEntry, "kind" | "value">

/** Blocks or allows a country or a prefix, from the next message on. Refuses to block the operator's own phone. */
export async function listNumbers(
  entry: Named & Pick<ListEntry, "effect">,
  operator: Operator,
  core: DeedNeeds & Pick<Core, "firewall">,
): Promise<"listed" | "own-phone"> {
  const added = { kind: entry.kind, value: entry.value, effect: entry.effect, addedAt: core.now() }
  const { phone, phoneCountry } = operator.signedIn.account
  // Known people are blocked too: the operator could not sign in again to take it back.
  if (added.effect === "block" && listedAs([added], phoneCountry ?? undefined, phone ?? "")) return "own-phone"
  await core.firewall.lists.put(added)
  await noteDeed(added.effect === "block" ? "console-blocked" : "console-allowed", nameOf(added), operator, core)
  return "listed"
}

/** Takes an entry off the list. One that is gone already is what was wanted. */
export async function unlistNumbers(
  { kind, value }: Named,
  operator: Operator,
  core: DeedNeeds & Pick<Core, "firewall">,
): Promise<void> {
  await core.firewall.lists.remove({ kind, value })
  await noteDeed("console-entry-removed", nameOf({ kind, value }), operator, core)
}

const nameOf = ({ kind, value }: Named) => `${kind} ${value}`
