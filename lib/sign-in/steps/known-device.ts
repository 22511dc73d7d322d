import { deviceKnownFor } from "@/lib/challenge/guess-policy"
import type { Owner, ShownDevice } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/**
 * The device that signed in to the owner's account before, by a name of its own, as far as the caller shows one. An address says nothing: a stranger may share
 * it. A token of another account, and one whose session its owner ended from elsewhere, say nothing either. It is asked of every
 * subject alike, whether or not anybody has it, so that the answer's time tells nothing.
 */
export async function knownDevice(
  owner: Owner,
  shown: ShownDevice | undefined,
  core: Pick<Core, "now" | "sessions">,
): Promise<string | undefined> {
  return shown && core.sessions.knownDevice(owner, shown, after(core.now(), -deviceKnownFor))
}
