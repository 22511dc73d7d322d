/**
 * A first or last name as it is kept: NFC, trimmed, 1 to 100 code points.
 * Undefined for anything else, and for control characters and lone surrogates.
 */
export function parsePersonName(typed: string): string | undefined {
  const name = typed.normalize("NFC").trim()
  const length = [...name].length
  return length >= 1 && length <= 100 && !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(name) ? name : undefined
}
