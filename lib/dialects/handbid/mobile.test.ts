import { expect, test } from "vitest"
import { person } from "@/lib/testing/people"
import { testAuth } from "@/lib/testing/test-auth"

const register = async (mobile: unknown, countryCode = "US", countries?: Set<string> | "all") => {
  const auth = await testAuth(countries ? { countries } : {})
  const answer = await auth.call("register", { body: { ...person().details, mobile, countryCode } })
  return { status: answer.status, error: answer.body.error, sentTo: auth.outbox.map(({ to }) => to) }
}
const sent = (to: string) => ({ status: 201, error: undefined, sentTo: [to] })
const refused = (error: string) => ({ status: 400, error, sentTo: [] })

test.each([
  ["E.164", "+13035551234"],
  ["international", "13035551234"],
  ["local", "3035551234"],
  ["punctuated", "(303) 555-1234"],
  ["spaced", " +1 303 555 1234 "],
  ["full-width", "＋１３０３５５５１２３４"],
  ["a JSON number", 13035551234],
  ["Arabic-Indic digits", "٣٠٣٥٥٥١٢٣٤"],
  ["a tel: address", "tel:+1-303-555-1234"],
  ["behind the prefix that the United States dial", "011 1 303 555 1234"],
  ["behind the prefix that most countries dial", "001 303 555 1234"],
  ["as a phone book copies it", "\u202a+1 (303) 555-1234\u202c"],
])(
  '"Accepts three formats, all parsed via libphonenumber using countryCode as a region hint": %s',
  async (_, mobile) => {
    expect(await register(mobile)).toEqual(sent("+13035551234"))
  },
)

test("a lower-case country code is a hint too", async () => {
  expect(await register("3035551234", "us")).toEqual(sent("+13035551234"))
})

test.each([
  ["+447400123456", "US", "+447400123456"],
  ["447400123456", "US", "+447400123456"],
  ["+85251234567", "GB", "+85251234567"],
  ["13035551234", "HK", "+13035551234"],
])("countryCode is only a hint: %s with %s goes to its own country", async (mobile, countryCode, e164) => {
  expect(await register(mobile, countryCode)).toEqual(sent(e164))
})

test.each([
  ["07400123456", "GB", "+447400123456"],
  ["51234567", "HK", "+85251234567"],
  ["4165551234", "CA", "+14165551234"],
])("a local number is read in the country of the hint: %s, %s", async (mobile, countryCode, e164) => {
  expect(await register(mobile, countryCode)).toEqual(sent(e164))
})

test.each([
  ["+18765551234", "US", "Jamaica by its digits, whatever the hint says"],
  ["8765551234", "US", "Jamaica, in the local form"],
  ["+61412345678", "GB", "Australia"],
])("the parsed country decides: %s with %s is %s", async (mobile, countryCode) => {
  expect(await register(mobile, countryCode)).toEqual(refused("registration_blocked"))
})

test("a list of all countries lets every country in", async () => {
  expect(await register("+61412345678", "AU", "all")).toEqual(sent("+61412345678"))
})

test.each([
  ["15551234567", "US", "the page's sample, which no numbering plan has"],
  ["+442079460123", "GB", "a landline of London"],
  ["02079460123", "GB", "the same in its local form"],
  ["+85221234567", "HK", "a landline of Hong Kong"],
  ["303555123", "US", "a digit too few"],
  ["+130355512345", "US", "a digit too many"],
  ["3035551234", "GB", "local to another country than the hint"],
  ["3035551234", "ZZ", "local to no country"],
  ["+1303555123a", "US", "a letter"],
  ["+13035551234;ext=5", "US", "an extension"],
  ["sip:+13035551234", "US", "an address"],
  ["1-800-FLOWERS", "US", "words"],
  ["+13035551234\u0000", "US", "a NUL"],
  ["+1303\ud8005551234", "US", "a lone surrogate"],
  [`+1303555${"0".repeat(60000)}`, "US", "endless"],
  ["", "US", "empty"],
])("invalid_phone: %.40s with %s: %s", async (mobile, countryCode) => {
  expect(await register(mobile, countryCode)).toEqual(refused("invalid_phone"))
})

test("the PIN's phone is told by its last four digits, in E.164", async () => {
  const auth = await testAuth()
  const body = { ...person().details, mobile: "07400 12 34 56", countryCode: "GB" }
  expect((await auth.call("register", { body })).body).toEqual({ phoneLastFourDigits: "3456" })
})
