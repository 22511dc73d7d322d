import { composed, withoutUnseen } from "./typed-text"

/**
 * Controls, halves of surrogate pairs, what Unicode has not assigned or never will, private characters, separators of lines, and
 * marks of no width but the two joiners and Mongolian's vowel separator. Planes 2 and 3 are kept for ideographs alone: a
 * rare name may be newer than the Unicode that we run on.
 */
const unfit =
  /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]|(?!\u200c|\u200d|\u180e)\p{Cf}|(?![\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}])\p{Cn}/u

/** Something to see: spaces, joiners, fillers and accents that stand on nothing are no name. */
const seen = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * A first or last name as it is kept, and any other name that a person gives: NFC, trimmed, 1 to 100 code points.
 * Invisible marks are left out, those that turn the direction of what follows among them: a name pasted from a
 * right-to-left page often brings some along. Undefined for anything else, and for characters that no name has.
 */
export function parsePersonName(typed: string): string | undefined {
  const name = composed(withoutUnseen(typed))?.trim()
  if (name === undefined) return undefined
  const length = [...name].length
  return length >= 1 && length <= 100 && !unfit.test(name) && seen.test(name) ? name : undefined
}

/** The same where a name may be left out: what is blank is "", and so is what has nothing but invisible marks. */
export const parseOptionalName = (typed: string): string | undefined =>
  withoutUnseen(typed).trim() === "" ? "" : parsePersonName(typed)
