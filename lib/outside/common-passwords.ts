import { dictionary } from "@zxcvbn-ts/language-common"

// The list is in order of frequency, and in lower case.
const common = new Set((dictionary["passwords-common"] as string[]).slice(0, 10_000))

/** Whether it is among the 10,000 most common passwords, in whatever case it is written. */
export const isCommonPassword = (password: string): boolean => common.has(password.toLowerCase())
