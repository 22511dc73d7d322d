import { withAsciiDigits, withoutUnseen } from "@/lib/account/typed-text"

/**
 * The digits of a PIN as a person types or pastes it: spaces, dashes and the digits of any script are accepted.
 * Undefined where these are not the right number of digits (NIST SP 800-63B-4, 3.1.3.2: at least 6, where the wire leaves it open).
 */
export function parsePin(typed: string, digitCount = 6): string | undefined {
  if (typed.length > 100) return undefined
  const digits = withAsciiDigits(withoutUnseen(typed.normalize("NFKC"))).replace(/[\s\p{Pd}]/gu, "")
  return /^\d+$/.test(digits) && digits.length === digitCount ? digits : undefined
}
