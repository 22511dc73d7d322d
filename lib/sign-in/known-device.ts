import { deviceKnownFor } from "@/lib/challenge/guess-policy"
import type { Owner, ShownDevice } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/**
 * Whether the device signed in to the owner's account before, as far as it shows. An address says nothing: a stranger may share
 * it. A token of another account, and one whose session its owner ended from elsewhere, say nothing either. It is asked of every
 * subject alike, whether or not anybody has it, so that the answer's time tells nothing.
 */
export async function isKnownDevice(owner: Owner, shown: ShownDevice | undefined, core: Core): Promise<boolean> {
  return shown !== undefined && core.sessions.isKnownDevice(owner, shown, after(core.now(), -deviceKnownFor))
}
