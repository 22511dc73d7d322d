import { type CountryCode, isSupportedCountry } from "libphonenumber-js/mobile"
import { z } from "zod"
import { withAsciiDigits, withoutUnseen } from "@/lib/account/typed-text"
import type { Level } from "@/lib/firewall/books/mode"
import { namedById } from "@/lib/web/account/schemas"

const wrong = "Enter a country, like HK, or the beginning of numbers: + and 2 to 10 digits, like +1303555"

/** A country's ISO code in any case, or a prefix with any punctuation. */
const numbers = z.string().transform((typed, context) => {
  const text = withAsciiDigits(withoutUnseen(typed).normalize("NFKC")).replaceAll(/[\s()[\].\p{Pd}/]/gu, "")
  if (/^\+\d{2,10}$/.test(text)) return { kind: "prefix" as const, value: text }
  const country = text.toUpperCase()
  if (isSupportedCountry(country as CountryCode)) return { kind: "country" as const, value: country }
  context.addIssue({ code: "custom", message: wrong })
  return z.NEVER
})

export const listForm = z.object({
  numbers,
  effect: z.enum(["block", "allow"], "Choose whether to block or to allow them"),
})

/** An entry by its name, as the page wrote it. What no entry can be called is not written into the record of deeds either. */
export const unlistForm = z.object({
  kind: z.enum(["country", "prefix"]),
  value: z.string().regex(/^(\+\d{2,10}|[A-Z]{2})$/, "Choose an entry of the list"),
})

const ticked = (words: string) => z.string(words)

export const releaseOperatorForm = namedById.extend({
  sure: ticked("Tick the box to confirm that this operator is to be one no more"),
})

export const releaseChangeForm = z.object({
  reference: z
    .string()
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(
      z.string().regex(/^[0-9a-f]{8}$/, "Enter the reference that their account page shows: 8 characters, 0-9 and a-f"),
    ),
  checked: ticked("Tick the box to confirm that you made sure of who asks"),
})

const levels: Readonly<Record<string, Level>> = { "0": 0, "1": 1, "2": 2, "3": 3 }

export const modeForm = z.object({
  level: z.string().transform((text, context) => {
    const level = Object.hasOwn(levels, text) ? levels[text] : undefined
    if (level !== undefined) return level
    context.addIssue({ code: "custom", message: "Choose a level" })
    return z.NEVER
  }),
})
