import { z } from "zod"

/** How a form tells its own fields. */
type Fields = { read: z.ZodType; owns?(field: string): boolean }

/** Text fields only. */
export function texts(fields: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  )
}

/** What the page shows again: the form's own fields, but for secrets, each no longer than an email address may be. */
export function shownAgain({ read, owns }: Fields, fields: Record<string, string>): Record<string, string> {
  const own = owns ?? ((field: string) => read instanceof z.ZodObject && Object.hasOwn(read.shape, field))
  const shown = Object.entries(fields).filter(([field]) => own(field) && !unshown.includes(field))
  return Object.fromEntries(shown.map(([field, value]) => [field, value.slice(0, 254)]))
}

const unshown: readonly string[] = ["captchaToken", "pin", "answer", "channel"]
