/**
 * The digits of a PIN as a person types or pastes it: spaces, dashes and full-width digits are accepted.
 * Undefined where these are not the right number of digits (NIST SP 800-63B-4, 3.1.3.2: at least 6, where the wire leaves it open).
 */
export function parsePin(typed: string, digitCount = 6): string | undefined {
  if (typed.length > 100) return undefined
  const digits = typed.normalize("NFKC").replace(/[\s\p{Pd}\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, "")
  return /^\d+$/.test(digits) && digits.length === digitCount ? digits : undefined
}
