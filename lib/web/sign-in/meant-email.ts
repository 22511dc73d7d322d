import distanceOf from "damerau-levenshtein"

/** Where most people have their email, by how many they are. */
const common = [
  "gmail.com",
  "yahoo.com",
  "hotmail.com",
  "outlook.com",
  "icloud.com",
  "googlemail.com",
  "yahoo.com.hk",
  "yahoo.co.uk",
  "hotmail.co.uk",
  "netvigator.com",
  "protonmail.com",
  "btinternet.com",
  "comcast.net",
  "verizon.net",
]

/** Domains that are one letter from these, and where people have their email too. */
const real = new Set([...common, "mail.com", "email.com", "ymail.com", "fmail.com", "qmail.com", "cloud.com"])

/**
 * The address that a person may have meant whose domain is one slip from a common one: a letter too many, missing, wrong, or two
 * that changed places. It takes the email in its one form, and is only ever a question: a rare domain may be right.
 */
export function meantEmail(email: string): string | undefined {
  const at = email.lastIndexOf("@") + 1
  const domain = email.slice(at)
  if (real.has(domain)) return undefined
  const meant = common.find((known) => distanceOf(domain, known).steps === 1)
  return meant && email.slice(0, at) + meant
}
