import type { Wait, WaitName } from "@/lib/firewall/books/books"
import type { Rule } from "@/lib/firewall/rule"
import type { Whose } from "@/lib/firewall/whose"
import { type KeyRing, sealedName } from "@/lib/keys/key-ring"
import { policy } from "@/lib/limits/policy"
import { after, secondsUntil } from "@/lib/time"

/** The subject of a wait. It is what the caller typed, so that a wait tells nothing of who has an account. */
export const coolDownSubject = (realm: string, subject: string, keys: KeyRing): string =>
  sealedName(keys, "cool-down", realm, subject)

/** Each phone has a wait of its own, so that a corrected phone need not wait out the first one's. */
export const waitName = (
  { realm, subject, e164, whose }: { realm: string; subject: string; e164: string | undefined; whose: Whose },
  keys: KeyRing,
): WaitName => ({
  subject: coolDownSubject(realm, subject, keys),
  target: e164 ? sealedName(keys, "cool-down", e164, whose) : `nobody, ${whose}`,
})

/** The wait that begins with a message now: twice as long as the one before, unless that is forgotten. */
export function nextWait(before: Wait | undefined, now: Date): Wait {
  if (!before || before.until <= after(now, -policy.waitForgottenAfter))
    return { sends: 1, until: after(now, policy.firstWait) }
  const length = Math.min(policy.longestWait, policy.firstWait * 2 ** Math.min(before.sends, 20))
  return { sends: before.sends + 1, until: after(now, length) }
}

/** Between two messages for one subject to one phone lies a wait that doubles. */
export const coolDown: Rule = {
  name: "cool-down",
  of: "contract",
  judge({ message: { counted }, books, now }) {
    const wait = counted && books.wait(counted.wait)
    if (!wait || wait.until <= now) return undefined
    const window = Math.max(secondsUntil(wait.until, now) * 1000, policy.firstWait)
    const quota = { name: "wait", points: 1, window } as const
    return { verdict: "refuse", refusal: { kind: "wait", retryAt: wait.until, quota }, why: { messages: wait.sends } }
  },
  take({ message: { counted }, now }, books) {
    if (counted) books.putWait(counted.wait, nextWait(books.wait(counted.wait), now))
  },
  giveBack({ message: { counted }, resendAt, now }, books) {
    const wait = counted && books.wait(counted.wait)
    // A wait that began since is another message's.
    if (counted && wait?.until.getTime() === resendAt.getTime())
      books.putWait(counted.wait, { sends: wait.sends - 1, until: now })
  },
}
