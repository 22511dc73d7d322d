import type { InForce, PolicyBase } from "@/lib/firewall/versions/base"
import { type PolicyDocument, untouched } from "@/lib/firewall/versions/document"
import { isOn } from "@/lib/firewall/versions/events"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import type { PolicyVersions } from "@/lib/firewall/versions/versions"
import { type Now, seconds } from "@/lib/time"

/** How old what a process knows of the policy may be. */
export const refreshedEvery = seconds(4)

/** The policy in force, as a process knows it. */
export type KeptPolicy = {
  base: PolicyBase
  /** What holds now. It asks nobody: messages are judged by it. */
  current(): InForce
  /** Reads the newest version. Never throws: what cannot be read leaves what there is. */
  refresh(): Promise<void>
}

type Needs = {
  versions: Pick<PolicyVersions, "newest">
  base: PolicyBase
  now: Now
  later: (task: () => Promise<unknown>) => void
  warn: (event: string, problem: unknown) => void
}

/**
 * Keeps the policy in force in this process, so that no message waits for it. Once it was read it is read again behind an answer when it
 * is older than `refreshedEvery`; a process that lives on refreshes it by the clock as well. A version that this program cannot
 * read gives the defaults, and a line in the log: it stops nobody from signing in.
 */
export function keptPolicy({ versions, base, now, later, warn }: Needs): KeptPolicy {
  let kept: { id: number; document: PolicyDocument; staleAt: number } | undefined
  let made: { document: PolicyDocument; on: string; inForce: InForce } | undefined
  const put = (id: number, document: PolicyDocument) => {
    kept = { id, document, staleAt: now().getTime() + refreshedEvery }
  }
  const refresh = async () => {
    try {
      const newest = await versions.newest()
      if (!newest) return put(0, untouched)
      if (kept?.id === newest.id) return put(kept.id, kept.document)
      // What was read later than this, by a change here, is newer.
      if (kept && kept.id > newest.id) return
      if (!newest.document) warn("policy-malformed", new MalformedPolicy(`version ${newest.id}`))
      put(newest.id, newest.document ?? untouched)
    } catch (problem) {
      warn("policy-unread", problem)
    }
  }
  return {
    base,
    refresh,
    current() {
      const at = now()
      if (kept && kept.staleAt <= at.getTime()) {
        // Whoever comes meanwhile need not read it too.
        put(kept.id, kept.document)
        later(refresh)
      }
      const document = kept?.document ?? untouched
      const on = document.events
        .filter((event) => isOn(event, at))
        .map(({ id }) => id)
        .join()
      if (made?.document !== document || made.on !== on) made = { document, on, inForce: inForceAt(document, base, at) }
      return made.inForce
    },
  }
}

/** A version that this program cannot read. */
class MalformedPolicy extends Error {
  override name = "MalformedPolicy"
}
