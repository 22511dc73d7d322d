import { nameOfMinute } from "@/lib/keys/key-ring"
import { networkOf } from "@/lib/limits/network"
import { placeOf } from "@/lib/limits/place"
import type { Reason, Refusal } from "@/lib/refusal"
import type { Caller, Core, Visitor } from "@/lib/sign-in/core"

type Needs = Pick<Core, "now" | "keys" | "later" | "events">

/**
 * Puts a refusal in the record, after the answer has left: the record slows no answer, and one that is out of reach breaks
 * none. The frames hand every refusal of the core to this, so that verbs need not. What was never a token, and a request that
 * could not be right for any account, leave no event: made-up values could fill the record. Of what remains, what is
 * alike in one minute is one row with a count, whatever emails, phones, apps and browsers the caller names. Whom it is about
 * tells rows apart: every owner sees what concerns them, and accounts, keys and machines cannot be made up.
 */
export function noteRefusal(refusal: Refusal, caller: Caller | Visitor, core: Needs): void {
  if (isSilent(refusal)) return
  const { realm, client, address } = caller
  const at = core.now()
  const known = { ...bearerOf(caller), ...refusal.about }
  const { reason = refusal.kind, ...about } = known
  const network = networkOf(address)
  // The addresses around one are full together, and are one row together.
  const where = ("quota" in refusal && refusal.quota.wide && placeOf(network)) || network
  const fold = nameOfMinute(core.keys, at, "refused", realm, where, reason, known.accountId, known.client)
  core.later(() => core.events.append({ at, realm, kind: "refused", client, network, ...about, reason }, fold))
}

const malformed: ReadonlySet<Reason["kind"]> = new Set(["invalid-field", "invalid-email", "invalid-phone", "not-found"])

function isSilent(refusal: Refusal): boolean {
  // These two may concern no account: no token was shown, or none that was ever ours.
  if (refusal.kind === "unauthorized" || refusal.kind === "client-refused") return refusal.about === undefined
  return malformed.has(refusal.kind)
}

function bearerOf(caller: Caller | Visitor) {
  const signedIn = "signedIn" in caller ? caller.signedIn : undefined
  return signedIn && { accountId: signedIn.account.id, sessionId: signedIn.session.id, client: signedIn.session.client }
}
