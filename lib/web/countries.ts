import { type CountryCode, getCountries, getCountryCallingCode } from "libphonenumber-js/mobile"
import type { Language } from "@/lib/account/language"

/** A country whose phones may get a PIN: ISO code, name in the language of the page, calling code. */
export type Country = { code: string; name: string; prefix: string }

/**
 * The countries that we send to, by name. Made on the server only: browsers and Node name some of them differently,
 * and the numbering plans are heavy.
 */
export function countriesByName(allowed: readonly string[] | "all", language: Language): Country[] {
  const names = new Intl.DisplayNames(language, { type: "region" })
  return getCountries()
    .filter((code) => allowed === "all" || allowed.includes(code))
    .map((code) => ({ code, name: names.of(code) ?? code, prefix: getCountryCallingCode(code as CountryCode) }))
    .sort((one, other) => one.name.localeCompare(other.name, language))
}

/** The country that a browser's languages point to (`en-GB` to GB), or the only one there is. A guess, for a default. */
export function likelyCountry(countries: Country[], acceptLanguage: string | null): string | undefined {
  if (countries.length === 1) return countries[0]?.code
  const regions = [...(acceptLanguage ?? "").matchAll(/\b[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/g)]
  return regions.map(([, region]) => region).find((region) => countries.some(({ code }) => code === region))
}
