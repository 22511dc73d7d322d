import { expect, test } from "vitest"
import { withAsciiDigits, withoutUnseen } from "@/lib/account/typed-text"

/** The digits of each script that the platform can count in. */
const scripts = Intl.supportedValuesOf("numberingSystem").flatMap((script) => {
  const count = new Intl.NumberFormat("en", { numberingSystem: script, useGrouping: false })
  const digits = Array.from({ length: 10 }, (_, digit) => count.format(digit)).join("")
  return /^\p{Nd}{10}$/u.test(digits) ? [[script, digits] as const] : []
})

test("there are scripts enough to tell", () => {
  expect(scripts.map(([script]) => script)).toEqual(
    expect.arrayContaining(["arab", "arabext", "deva", "fullwide", "mathsans"]),
  )
})

test.each(scripts)("the digits of %s, %s, are 0 to 9", (_, digits) => {
  expect(withAsciiDigits(`<${digits}>`)).toBe("<0123456789>")
})

test("what is no decimal digit is left alone", () => {
  for (const text of ["½ ² ➂ Ⅳ 三 a +", "\ud835", ""]) expect(withAsciiDigits(text)).toBe(text)
})

test("marks that nobody sees are left out, joiners are not", () => {
  expect(withoutUnseen("\u202e\ufeffa\u200f\u2066\u061c b\u2069\u00ad\u200b")).toBe("a b")
  expect(withoutUnseen("می\u200cخواهم ക\u0d4d\u200d")).toBe("می\u200cخواهم ക\u0d4d\u200d")
})
