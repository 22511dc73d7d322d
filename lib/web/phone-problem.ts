import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max"
import { type CountryCode, getExampleNumber } from "libphonenumber-js/mobile"
import examples from "libphonenumber-js/mobile/examples"
import { readPhone } from "@/lib/account/typed-phone"
import type { FormProblem } from "@/lib/web/cookie"

/** Why a number cannot get text messages, with one of its country that could. Heavier than `checkPhone`: the full plans. */
export function phoneProblem(phone: string, country: string): FormProblem {
  const landline = readPhone(phone, country, parsePhoneNumberFromString)
  const like = exampleOf(landline?.country ?? country)
  const message = landline
    ? "This is a landline number, which gets no text messages. Enter a mobile phone number"
    : "Enter a mobile phone number that can get text messages"
  return { field: "phone", message: like ? `${message}, like ${like}` : message }
}

/** A mobile number of the country as its people write it. */
function exampleOf(country: string): string | undefined {
  const code = country.toUpperCase()
  return isSupportedCountry(code) ? getExampleNumber(code as CountryCode, examples)?.formatNational() : undefined
}
