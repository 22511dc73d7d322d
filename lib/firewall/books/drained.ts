import type { DrainingCharge, DrainingPolicy } from "@/lib/limits/draining-budgets"
import { after } from "@/lib/time"

/** A draining budget as it stands in the books: what is open, the people who made room, and as of when. */
export type Drained = { open: number; verified: number; at: Date }

/** The same budget now: what was open has drained, and people have faded. A clock that runs behind drains nothing. */
export function drainedBy(found: Drained | undefined, { drains, halfLife }: DrainingPolicy, now: Date): Drained {
  if (!found) return { open: 0, verified: 0, at: now }
  const age = Math.max(0, now.getTime() - found.at.getTime())
  const open = Math.max(0, found.open - age / drains)
  return { open, verified: found.verified * 0.5 ** (age / halfLife), at: age > 0 ? now : found.at }
}

/** Whether a realm's budget is over: then everybody is under suspicion. */
export const isOver = ({ open, verified }: Drained, { capacity, perVerified }: DrainingPolicy): boolean =>
  open > capacity + perVerified * verified

/** Whether there is room for one more; if not, when there will be, if no one else signs in there. */
export function roomIn(
  { open, verified }: Drained,
  { policy }: Pick<DrainingCharge, "policy">,
  isSuspicious: boolean,
  now: Date,
): { isFull: false } | { isFull: true; retryAt: Date } {
  const { capacity, drains, perVerified, underSuspicion = capacity } = policy
  const allowed = (isSuspicious ? underSuspicion : capacity) + perVerified * verified
  if (open + 1 <= allowed) return { isFull: false }
  const ordinary = open + 1 - capacity - perVerified * verified
  // What is full under suspicion alone has room once that passes, or once this has drained.
  const over = ordinary > 0 ? ordinary : open + 1 - allowed
  return { isFull: true, retryAt: after(now, Math.max(1000, Math.ceil(over * drains))) }
}
