import { parsePhoneNumberFromString } from "libphonenumber-js/mobile"
import { readPhone } from "./typed-phone"

/** A mobile number: E.164, and the ISO 3166-1 country that its digits belong to. */
export type PhoneNumber = { e164: string; country: string }

/**
 * Reads a mobile number as people write it: `+13035551234`, `13035551234` or `3035551234`, in the digits of any script,
 * with any punctuation, behind `tel:`, `00` or the country's own prefix for numbers of others. The country is only a hint
 * for the local form: a full international number of another country is valid too. However it was written, one number
 * has one E.164 form.
 * Undefined for what no numbering plan has, and for landlines where the plan tells them apart.
 */
export function parsePhone(typed: string, countryHint: string): PhoneNumber | undefined {
  const number = readPhone(typed, countryHint, parsePhoneNumberFromString)
  return number?.country && { e164: number.number, country: number.country }
}
