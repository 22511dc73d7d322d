import { seconds } from "@/lib/time"

/**
 * For `toEqual` and its kin: an instant in the second up to this one, in any of the forms that answers have: a Date, ISO 8601,
 * or milliseconds as a number or a text. The clock of a test goes on by itself, so that what was written down is a little older
 * than what the test then reads.
 */
export const shortlyBefore = (at: Date) => ({
  asymmetricMatch(found: unknown) {
    const time = typeof found === "string" && /^\d+$/.test(found) ? Number(found) : new Date(found as Date).getTime()
    const age = at.getTime() - time
    return age >= 0 && age <= seconds(1)
  },
  toString: () => "shortlyBefore",
  toAsymmetricMatcher: () => `shortlyBefore ${at.toISOString()}`,
})
