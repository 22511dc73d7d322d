import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max"
import { type CountryCode, getExampleNumber } from "libphonenumber-js/mobile"
import examples from "libphonenumber-js/mobile/examples"
import { readPhone } from "@/lib/account/typed-phone"
import type { Texts } from "@/lib/words/catalogues"

/** Why a number cannot get text messages, with one of its country that could. Heavier than `checkPhone`: the full plans. */
export function phoneProblem(phone: string, country: string): PhoneProblem {
  const landline = readPhone(phone, country, parsePhoneNumberFromString)
  const example = exampleOf(landline?.country ?? country)
  const why = landline ? "landline" : "phoneWrong"
  const message = example
    ? ({ key: `checks.${why}Like`, values: { example } } as const)
    : ({ key: `checks.${why}` } as const)
  return { field: "phone", message }
}

/** A problem with a phone number, as it can be said in the browser too. */
export type PhoneProblem = {
  field: "phone"
  message: { key: `checks.${keyof Texts<"checks">}`; values?: { example: string } }
}

/** A mobile number of the country as its people write it. */
function exampleOf(country: string): string | undefined {
  const code = country.toUpperCase()
  return isSupportedCountry(code) ? getExampleNumber(code as CountryCode, examples)?.formatNational() : undefined
}
