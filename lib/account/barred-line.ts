import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max"

const barred = new Set(["PREMIUM_RATE", "SHARED_COST", "VOIP", "PAGER"])

/**
 * Whether these digits are a valid number of a kind that gets no PIN, such as a premium-rate one. It needs the full
 * metadata of every numbering plan, so it is for the server alone.
 */
export function isBarredLine(typed: string, countryHint: string): boolean {
  const hint = countryHint.toUpperCase()
  const options = isSupportedCountry(hint)
    ? { defaultCountry: hint as CountryCode, extract: false }
    : { extract: false }
  const number = typed.length <= 40 ? parsePhoneNumberFromString(typed.normalize("NFKC").trim(), options) : undefined
  return Boolean(number?.isValid() && barred.has(number.getType() ?? ""))
}
