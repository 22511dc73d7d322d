import { after, type Duration } from "@/lib/time"

/**
 * What a scope (a block of numbers, a network, a country) owes us: messages to newcomers that are not verified yet, against
 * those that are. Both fade, so that a scope is judged by its recent past.
 */
export type Exposure = {
  open: number
  verified: number
  /** As of when the two are true. */
  at: Date
  /** The breaker: nothing passes until then, and after it a few probes do. Null while the breaker is closed. */
  until: Date | null
  trippedAt: Date | null
  /** How often it tripped in a row, which is how the pauses grow. */
  trips: number
  probes: number
  /** Probes that were verified. */
  wins: number
}

/** The thresholds of one kind of scope. */
export type ScopePolicy = {
  /** What may stand open before anything was verified. */
  free: number
  /** How much more may for each that was verified: what is normal here decides what is too much. */
  perVerified: number
  /** After how long a message counts half. */
  halfLife: Duration
  /** The first pause of a breaker that tripped. It doubles with each trip in a row, up to the longest. */
  cool: Duration
  longestCool: Duration
  /** How many messages may probe after a pause, and how many of those must be verified to close it. */
  probes: number
  closeAfter: number
}

/** May this much more stand open? A no tells when to ask again, and whether it is this one that trips the breaker. */
export type Judgement = { pass: true; probing: boolean } | { pass: false; retryAt: Date; trips: boolean }

/** A scope that nothing is known of. */
export const unknownScope = (now: Date): Exposure => ({ open: 0, verified: 0, at: now, trips: 0, ...quiet })

const quiet = { until: null, trippedAt: null, probes: 0, wins: 0 }

/** The same scope now: what was counted has faded. A clock that runs behind another machine's fades nothing. */
export function asOf(exposure: Exposure, policy: ScopePolicy, now: Date): Exposure {
  const age = Math.max(0, now.getTime() - exposure.at.getTime())
  const left = 0.5 ** (age / policy.halfLife)
  const faded = { ...exposure, open: exposure.open * left, verified: exposure.verified * left }
  return closeIfLow({ ...faded, at: age > 0 ? now : exposure.at }, policy)
}

/** How much may stand open at once. */
export const allowance = ({ verified }: Exposure, { free, perVerified }: ScopePolicy): number =>
  free + perVerified * verified

/** Asks whether `weight` more may stand open. Changes nothing. */
export function judge(exposure: Exposure, policy: ScopePolicy, weight: number, now: Date): Judgement {
  if (exposure.until === null) {
    if (exposure.open + weight <= allowance(exposure, policy)) return { pass: true, probing: false }
    return { pass: false, retryAt: pauseEnd(exposure, policy, now), trips: true }
  }
  if (exposure.until > now) return { pass: false, retryAt: exposure.until, trips: false }
  if (exposure.probes < policy.probes) return { pass: true, probing: true }
  return { pass: false, retryAt: pauseEnd(exposure, policy, now), trips: true }
}

/** The breaker opens: for longer, the more often it did in a row. */
export const trip = (exposure: Exposure, policy: ScopePolicy, now: Date): Exposure => ({
  ...exposure,
  until: pauseEnd(exposure, policy, now),
  trippedAt: now,
  trips: exposure.trips + 1,
  probes: 0,
  wins: 0,
})

/** A message goes out. What weighs nothing is no probe either. */
export const charge = (exposure: Exposure, weight: number): Exposure => ({
  ...exposure,
  open: exposure.open + weight,
  probes: exposure.probes + (exposure.until === null || weight === 0 ? 0 : 1),
})

/** A message that went out at `sentAt` was not sent after all. */
export const release = (exposure: Exposure, policy: ScopePolicy, weight: number, sentAt: Date): Exposure =>
  closeIfLow({ ...exposure, open: without(exposure, policy, weight, sentAt) }, policy)

/**
 * A message that went out at `sentAt` was verified. Enough verified probes close the breaker, half way down. `share` is what of
 * it counts: a phone that counted of late counts for the rest of one, and wins no probe before a half-life is over.
 */
export function settle(exposure: Exposure, policy: ScopePolicy, weight: number, sentAt: Date, share = 1): Exposure {
  if (weight === 0) return exposure
  const isProbe = exposure.trippedAt !== null && sentAt >= exposure.trippedAt && share >= 0.5
  const paid = {
    ...exposure,
    open: without(exposure, policy, weight, sentAt),
    verified: exposure.verified + weight * share,
    wins: exposure.wins + (isProbe ? 1 : 0),
  }
  if (isProbe && paid.wins >= policy.closeAfter)
    return { ...closed(paid), open: Math.min(paid.open, allowance(paid, policy) / 2) }
  return closeIfLow(paid, policy)
}

function without({ open, at }: Exposure, { halfLife }: ScopePolicy, weight: number, sentAt: Date): number {
  const age = Math.max(0, at.getTime() - sentAt.getTime())
  return Math.max(0, open - weight * 0.5 ** (age / halfLife))
}

const pauseEnd = ({ trips }: Exposure, { cool, longestCool }: ScopePolicy, now: Date) =>
  after(now, Math.min(longestCool, cool * 2 ** Math.min(trips, 20)))

/** Hysteresis: by itself a breaker closes well below where it tripped. */
const closeIfLow = (exposure: Exposure, policy: ScopePolicy): Exposure =>
  exposure.until !== null && exposure.open <= allowance(exposure, policy) / 2 ? closed(exposure) : exposure

const closed = (exposure: Exposure): Exposure => ({ ...exposure, ...quiet, trips: Math.max(0, exposure.trips - 1) })
