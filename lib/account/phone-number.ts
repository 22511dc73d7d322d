import { parsePhoneNumberFromString } from "libphonenumber-js/mobile"
import { readingsOf } from "./typed-phone"

/** A mobile number: E.164, and the ISO 3166-1 country that its digits belong to. */
export type PhoneNumber = { e164: string; country: string }

/**
 * Reads `+13035551234`, `13035551234` or `3035551234`, with any punctuation. The country is only a hint for
 * the local form: a full international number of another country is valid too.
 * Undefined for what no numbering plan has, and for landlines where the plan tells them apart.
 */
export function parsePhone(typed: string, countryHint: string): PhoneNumber | undefined {
  for (const { text, options } of readingsOf(typed, countryHint)) {
    const number = parsePhoneNumberFromString(text, options)
    if (number?.country && number.isValid()) return { e164: number.number, country: number.country }
  }
  return undefined
}
