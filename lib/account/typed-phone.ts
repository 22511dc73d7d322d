import { type CountryCode, isSupportedCountry, type PhoneNumber } from "libphonenumber-js/mobile"
import { withAsciiDigits, withoutUnseen } from "./typed-text"

/** A reader of numbering plans: the mobile ones are light enough for a browser, the full ones are for the server. */
export type Plans = (text: string, options: { defaultCountry?: CountryCode; extract: false }) => PhoneNumber | undefined

/**
 * The first valid number among the ways to read what was typed. The country is only a hint. Undefined for what holds
 * anything but one whole number with punctuation: no extension, no second number, no words.
 */
export function readPhone(typed: string, countryHint: string, plans: Plans): PhoneNumber | undefined {
  const hint = countryHint.toUpperCase()
  const local = isSupportedCountry(hint) ? { defaultCountry: hint as CountryCode } : {}
  const read = (text: string) => plans(text, { ...local, extract: false })
  const today = (number: PhoneNumber) => read(asToday(number.number)) ?? number
  const asWritten = readingsOf(typed).flatMap((text) => read(text) ?? [])
  const found = [...asWritten, ...asWritten.map(today)].find((number) => number.isValid())
  return found && today(found)
}

const dash = "\\p{Pd}\\u2212\\u30fc"
const dot = ".\\u00b7\\u2022\\u30fb"
const shape = new RegExp(`^[\\s(\\[]*\\+?[\\d\\s()[\\]/${dot}${dash}]+$`, "u")
/** The trunk prefix as it is shown to those who may need it: +44 (0)7400 123456. */
const shownTrunk = /[([]\s*0\s*[)\]]/

/**
 * The digits that may be meant, with a plus before a full number, the likelier first: as the country of the hint dials
 * (its own prefix before numbers of others included), then after the 00 that most countries dial, then in full without a plus.
 */
function readingsOf(typed: string): string[] {
  // Superscripts and numbers in circles would pass for digits once they are normalized.
  if (typed.length > 100 || /\p{No}/u.test(typed)) return []
  const text = withAsciiDigits(withoutUnseen(typed).normalize("NFKC"))
    .trim()
    .replace(/^tel:(\/\/)?\s*/i, "")
    // Russia waits for a second tone between the two halves of its prefix.
    .replace(/^8\s*~\s*10/, "810")
  if (text.length > 40 || !shape.test(text)) return []
  return [...withoutTrunk(text), ...inFullOrDialled(digitsOf(text), text.includes("+"))]
}

/** Calling codes begin with no zero, so that the zeros of +00 44 say what the plus says. */
function digitsOf(text: string): string {
  const digits = text.replace(/\D/g, "")
  return text.includes("+") ? digits.replace(/^00/, "") : digits
}

function inFullOrDialled(digits: string, isFull: boolean): string[] {
  if (isFull) return [`+${digits}`]
  return [digits, ...(digits.startsWith("00") ? [`+${digits.slice(2)}`] : []), `+${digits}`]
}

/** The digits without a trunk prefix that stands where one is shown: behind a calling code, and what is dialled before it. */
function withoutTrunk(text: string): string[] {
  const trunk = shownTrunk.exec(text)
  if (!trunk) return []
  const code = digitsOf(text.slice(0, trunk.index))
  const digits = code + digitsOf(text.slice(trunk.index + trunk[0].length))
  if (/^[1-9]\d{0,2}$/.test(code)) return [`+${digits}`]
  return /^(0|810)\d{1,6}$/.test(code) ? inFullOrDialled(digits, false) : []
}

/** What older phone books hold of numbers that are written otherwise today, where the rule leaves no doubt. */
const outdated: readonly [RegExp, string][] = [
  // Mexico: until 2019 mobiles had a 1 behind the code, and other prefixes within the country.
  [/^\+52(?:1|01|044|045)(?=\d{10}$)/, "+52"],
  // Argentina: 9 from abroad and 15 at home say the same, and some write both.
  [/^\+549(?=\d{12}$)(?=\d{2,4}15)/, "+54"],
  // Brazil: by 2016 all mobiles had a 9 put before their eight digits. Those with 7 are left: some were let be.
  [/^(?<area>\+55\d\d)(?=[689]\d{7}$)/, "$<area>9"],
  // Gabon: the plans list its older mobiles both with and without their zero.
  [/^\+241(?=[2-7]\d{6}$)/, "+2410"],
]

const asToday = (e164: string): string => outdated.reduce((number, [old, now]) => number.replace(old, now), e164)
