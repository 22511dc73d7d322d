import { expect, test } from "vitest"
import { parsePhone } from "@/lib/account/phone-number"

test.each([
  ["+13035551234", "US", "+13035551234", "US"],
  ["13035551234", "US", "+13035551234", "US"],
  ["3035551234", "US", "+13035551234", "US"],
  ["(303) 555-1234", "us", "+13035551234", "US"],
  ["+44 (0)7400 123456", "GB", "+447400123456", "GB"],
  ["07400 123 456", "GB", "+447400123456", "GB"],
  ["+447400123456", "US", "+447400123456", "GB"],
  ["447400123456", "US", "+447400123456", "GB"],
  ["+14165551234", "US", "+14165551234", "CA"],
  ["4165551234", "US", "+14165551234", "CA"],
  ["+18765551234", "US", "+18765551234", "JM"],
  ["5123 4567", "HK", "+85251234567", "HK"],
  ["+85251234567", "ZZ", "+85251234567", "HK"],
])("%s, said to be of %s, is %s of %s", (typed, hint, e164, country) => {
  expect(parsePhone(typed, hint)).toEqual({ e164, country })
})

test.each([
  ["15551234567", "US"],
  ["+442079460123", "GB"],
  ["+85221234567", "HK"],
  ["+449098790000", "GB"],
  ["+19005551234", "US"],
  ["3035551234", "ZZ"],
  ["+", "US"],
  ["", "US"],
  ["911", "US"],
  ["+1303555123", "US"],
  ["+1 303 555 1234 ext. 5", "US"],
  ["call 3035551234 now", "US"],
  ["+1303555١٢٣٤x", "US"],
  ["3035551234\n3035551235", "US"],
  ["+13035551234\u0000", "US"],
  ["1".repeat(41), "US"],
])("%j, said to be of %s, is no mobile number", (typed, hint) => {
  expect(parsePhone(typed, hint)).toBeUndefined()
})

test("an E.164 number stays what it is, whatever the hint", () => {
  for (const hint of ["US", "CA", "GB", "HK", "ZZ"])
    expect(parsePhone("+13035551234", hint)).toEqual({ e164: "+13035551234", country: "US" })
})
