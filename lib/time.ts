/** Where "now" comes from. Every rule that depends on time receives one, so that a test can move it. */
export type Now = () => Date

/** A length of time in milliseconds. */
export type Duration = number & { readonly unit?: "milliseconds" }

export const seconds = (count: number): Duration => count * 1000
export const minutes = (count: number): Duration => seconds(count * 60)
export const hours = (count: number): Duration => minutes(count * 60)
export const days = (count: number): Duration => hours(count * 24)

/** The instant that lies `duration` after `at`; before it, if the duration is negative. */
export const after = (at: Date, duration: Duration): Date => new Date(at.getTime() + duration)

/** The instant at which the day of `at` began, in UTC. */
export const dayOf = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`)

/** An instant as JWTs write it: whole seconds since 1970 (RFC 7519, `NumericDate`). */
export const epochSeconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/** Whole seconds from `now` until `at`, rounded up, never less than 1: what `Retry-After` may say. */
export const secondsUntil = (at: Date, now: Date): number =>
  Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000))
