const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g

/**
 * A text without its invisible marks, which no one types: those that turn the direction of writing, and those of no
 * width. Phone books and messengers wrap what is copied from them in such. Joiners stay: Persian and Indic words are
 * spelt with them.
 */
export const withoutUnseen = (text: string): string => text.replace(unseen, "")

/** A text with the decimal digits of every script as ASCII's. Unicode has them in rows of ten, zero first. */
export const withAsciiDigits = (text: string): string => text.replace(/\p{Nd}/gu, asciiDigit)

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) as number
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}

/**
 * A text in Unicode's composed form (NFC); undefined where it is longer than any that we ask for. The time that composing takes
 * grows with the square of a run of accents: a body of 64 KiB would hold up everybody.
 */
export const composed = (typed: string): string | undefined =>
  typed.length > longestComposed ? undefined : typed.normalize("NFC")

/** In UTF-16 units: 128 code points, each decomposed into four beyond the first plane. */
const longestComposed = 1024
