import { networkOf } from "@/lib/abuse/network"
import type { Reason, Refusal } from "@/lib/refusal"
import type { Caller, Core, Visitor } from "@/lib/sign-in/core"

/**
 * Puts a refusal in the record, after the answer has left: the record slows no answer, and one that is out of reach breaks
 * none. The frames hand every refusal of the core to this, so that verbs need not. One refusal is one row at most. What was
 * never a token, and a request that could not be right for anybody, leave none: whoever makes things up could fill the record.
 */
export function noteRefusal(refusal: Refusal, caller: Caller | Visitor, core: Core): void {
  if (isSilent(refusal)) return
  const { realm, client, address } = caller
  const at = core.now()
  const { reason = refusal.kind, ...about } = { client, ...bearerOf(caller), ...refusal.about }
  core.later(() => core.events.append({ at, realm, kind: "refused", network: networkOf(address), ...about, reason }))
}

const malformed: ReadonlySet<Reason["kind"]> = new Set(["invalid-field", "invalid-email", "invalid-phone", "not-found"])

function isSilent(refusal: Refusal): boolean {
  // These two may be about nobody: nothing was shown, or nothing that ever was ours.
  if (refusal.kind === "unauthorized" || refusal.kind === "client-refused") return refusal.about === undefined
  return malformed.has(refusal.kind)
}

function bearerOf(caller: Caller | Visitor) {
  const signedIn = "signedIn" in caller ? caller.signedIn : undefined
  return signedIn && { accountId: signedIn.account.id, sessionId: signedIn.session.id, client: signedIn.session.client }
}
