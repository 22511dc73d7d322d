import fc from "fast-check"
import { getCountries, getExampleNumber, type PhoneNumber } from "libphonenumber-js/mobile"
import examples from "libphonenumber-js/mobile/examples"
import { expect, test } from "vitest"
import { parsePhone } from "@/lib/account/phone-number"

const scripts = ["arab", "arabext", "deva", "fullwide", "thai"].map((numberingSystem) => {
  const count = new Intl.NumberFormat("en", { numberingSystem })
  return (text: string) => text.replace(/\d/g, (digit) => count.format(Number(digit)))
})

function formsOf(number: PhoneNumber): string[] {
  const { number: e164, countryCallingCode: code, nationalNumber } = number
  const written = [number.formatInternational(), number.formatNational(), `+${code} (0)${nationalNumber}`]
  const inFull = [e164, e164.slice(1), `00${e164.slice(1)}`, `+00${e164.slice(1)}`, `00 ${code} (0) ${nationalNumber}`]
  return [...written, ...inFull, number.getURI(), `(+${code}) ${nationalNumber}`, `\u202a${e164}\u202c`]
}

test.each(getCountries())("a mobile of %s has one E.164 form, however it is written", (country) => {
  const number = getExampleNumber(country, examples) as PhoneNumber
  const one = parsePhone(number.number, "ZZ")
  expect(one?.e164).toBe(number.number)
  for (const form of formsOf(number))
    for (const typed of [form, ...scripts.map((inScript) => inScript(form))])
      expect([typed, parsePhone(typed, country)]).toEqual([typed, one])
})

const hints = ["US", "GB", "RU", "MX", "AR", "BR", "HK", "KR", "IT", "GA", "ZZ", ""]

test("a number that is kept is read as itself, whatever the hint", () => {
  for (const country of getCountries()) {
    const { number } = getExampleNumber(country, examples) as PhoneNumber
    for (const hint of hints) expect([hint, parsePhone(number, hint)?.e164]).toEqual([hint, number])
  }
})

test("whatever is typed is refused, or kept as what is read as itself", () => {
  const unit = fc.constantFrom(
    ..."0123456789٠٥０９",
    "+",
    "(0)",
    "00",
    " ",
    "-",
    "+52",
    "+549",
    "+55",
    "+241",
    "\u200e",
    "x",
  )
  const typed = fc.oneof(fc.string({ unit, maxLength: 24 }), fc.string({ unit: "binary" }))
  fc.assert(
    fc.property(typed, fc.constantFrom(...hints), fc.constantFrom(...hints), (text, hint, otherHint) => {
      const kept = parsePhone(text, hint)
      if (!kept) return
      expect(kept.e164).toMatch(/^\+[1-9]\d{6,14}$/)
      expect(parsePhone(kept.e164, otherHint)).toEqual(kept)
    }),
    { numRuns: 5000 },
  )
})
