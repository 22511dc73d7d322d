import { withAsciiDigits, withoutUnseen } from "@/lib/account/typed-text"
import { parsePin } from "@/lib/challenge/typed-pin"

/**
 * The PIN in what a person typed or pasted: the digits alone, however they are written, or the whole text message, which names
 * one number of six digits and may name it twice. Undefined where there is none, or where two differ.
 */
export function pinIn(typed: string): string | undefined {
  const alone = parsePin(typed)
  if (alone || typed.length > 1000) return alone
  const text = withAsciiDigits(withoutUnseen(typed).normalize("NFKC"))
  const found = new Set(text.match(/(?<!\d)\d{6}(?!\d)/g))
  return found.size === 1 ? [...found][0] : undefined
}
