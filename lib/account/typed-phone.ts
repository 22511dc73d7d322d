import { type CountryCode, isSupportedCountry } from "libphonenumber-js/mobile"

/** One way to read what was typed, as the numbering plans' own reader takes it. */
export type Reading = { text: string; options: { defaultCountry?: CountryCode; extract: false } }

/**
 * The ways to read a phone number that was typed, the likelier first: as its country writes it, then as a full number
 * without its plus. The country is only a hint. None for what holds anything but digits and punctuation.
 */
export function readingsOf(typed: string, countryHint: string): Reading[] {
  const text = typed.normalize("NFKC").trim()
  if (text.length > 40 || !/^[+\d][\d\s().\-/]*$|^\([\d\s().\-/]*$/.test(text)) return []
  const hint = countryHint.toUpperCase()
  const options = {
    ...(isSupportedCountry(hint) && { defaultCountry: hint as CountryCode }),
    extract: false,
  } as const
  return (text.startsWith("+") ? [text] : [text, `+${text}`]).map((way) => ({ text: way, options }))
}
