import { composed } from "@/lib/account/typed-text"
import { parseEmail } from "./email"

/**
 * Passwords as the core needs them. What is kept of one is an argon2id hash, which names its own parameters. So many are
 * hashed at once and so many wait; beyond that the answer is `busy`, at once, for an account that is not there too.
 */
export type Passwords = {
  hash(password: string): Promise<string | "busy">
  /** Whether the hash is this password's. Without a hash the answer is no, after the same work. */
  matches(hash: string | undefined, password: string): Promise<boolean | "busy">
  /** Whether it is among the 10,000 that people choose most. */
  isCommon(password: string): Promise<boolean>
}

/** How long a password may be, in code points (NIST SP 800-63B-4, 3.1.1.2: 8 or more with another factor, 64 or more at most). */
export const passwordLength = { least: 8, most: 128 }

/**
 * A password as it is hashed: NFC, so that one word typed on two keyboards is one password. Nothing is trimmed. One that is too
 * long to be any stays as it is.
 */
export const normalizePassword = (typed: string): string => composed(typed) ?? typed

/**
 * What is wrong with a new password, in words that follow its name; undefined if nothing is. Any characters will do:
 * rules of composition make passwords worse (NIST SP 800-63B-4, 3.1.1.2).
 */
export async function whyWeak(
  password: string,
  email: string,
  { isCommon }: Pick<Passwords, "isCommon">,
): Promise<string | undefined> {
  const { least, most } = passwordLength
  const length = [...password].length
  if (length < least || length > most) return `must be ${least} to ${most} characters`
  if (parseEmail(password) === email) return "must not be the email"
  return (await isCommon(password)) ? "is one of the most common passwords" : undefined
}
