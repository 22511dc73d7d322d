import type { Language } from "@/lib/account/language"

/** An instant, ISO 8601; when that is by the reader's clock; and how long ago. */
export type Moment = { at: string; clock: string; ago: string }

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
]

/**
 * Puts instants into words as of `now`: how long ago, and when by the clock of this time zone. Where no zone is known it is UTC, and
 * says so. The server does it, so that nothing changes before the reader's eyes.
 */
export function momentsIn(zone: string | undefined, now: Date, language: Language): (at: Date) => Moment {
  const clock = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zone ?? "UTC",
  })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" })
  const ago = (at: Date) => {
    const seconds = (at.getTime() - now.getTime()) / 1000
    const [unit, length] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 60]
    return relative.format(Math.trunc(seconds / length), unit)
  }
  return (at) => ({ at: at.toISOString(), clock: `${clock.format(at)}${zone ? "" : " UTC"}`, ago: ago(at) })
}

/** The time zone that a browser names, if there is such a zone. */
export function readTimeZone(named: string | undefined): string | undefined {
  if (!named || !/^[A-Za-z][\w+/-]{1,49}$/.test(named)) return undefined
  try {
    return new Intl.DateTimeFormat("en", { timeZone: named }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
