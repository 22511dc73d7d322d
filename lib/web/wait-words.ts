import type { Language } from "@/lib/account/language"
import type { Texts } from "@/lib/words/catalogues"

type Words = { language: Language; form: Pick<Texts<"form">, "in" | "at" | "on"> }

/**
 * A wait as a person would say it, as in "in 29 seconds": seconds up to a minute and a half, then minutes, hours, and from two
 * days on days.
 */
export function inTime(seconds: number, { language, form }: Words): string {
  const [count, unit] =
    seconds < 90
      ? [seconds, "second"]
      : seconds < 5400
        ? [Math.ceil(seconds / 60), "minute"]
        : seconds < 172_800
          ? [Math.ceil(seconds / 3600), "hour"]
          : [Math.ceil(seconds / 86_400), "day"]
  const time = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count)
  return form.in.replace("{time}", time)
}

/** A wait as a clock face counts it: `1:05`, and `2:00:00` from an hour on. */
export function onTheClock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (count: number) => String(count).padStart(2, "0")
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/**
 * The instant at which a wait ends, by the reader's own clock: "at 14:32", with the day from 20 hours on. For browsers alone:
 * a server does not know where people are.
 */
export function atTime(instant: number, seconds: number, { language, form }: Words): string {
  const spoken = language === "en" ? ownEnglish() : language
  const isToday = seconds < 72_000
  const day = isToday ? {} : ({ weekday: "long", day: "numeric", month: "long" } as const)
  const time = new Intl.DateTimeFormat(spoken, { ...day, hour: "numeric", minute: "2-digit" }).format(instant)
  return (isToday ? form.at : form.on).replace("{time}", time)
}

/** The reader's English: times may be written as in Ohio. */
const ownEnglish = () => (navigator.language.startsWith("en") ? navigator.language : "en-GB")
