import { endPhoneChange } from "@/lib/my-account/change-phone"
import { type No, refuse } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"
import { signOutSession } from "@/lib/sign-in/sign-out"

/**
 * "That was not me": ends the change of phone that another of the caller's sessions asked for, and that session with it, which would
 * otherwise ask again. Where the caller asked for it, only the change ends. What is due is not to be stopped any more.
 */
export async function stopPhoneChange(
  _: object,
  member: Member,
  core: Pick<Core, "now" | "phoneChanges" | "events" | "sessions" | "consents">,
): Promise<undefined | No<"not-found">> {
  const ended = await endPhoneChange(member, core)
  if (!ended) return refuse({ kind: "not-found" })
  const { askedBy } = ended
  // One that signed out meanwhile is what was wanted.
  if (askedBy && askedBy !== member.signedIn.session.id) await signOutSession({ id: askedBy }, member, core)
}
