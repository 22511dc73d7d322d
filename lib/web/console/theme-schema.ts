import { z } from "zod"
import type { Theme } from "@/lib/account/theme"
import { checkbox } from "@/lib/web/checkbox"
import { leastContrast, type Scheme, weakestPair } from "@/lib/web/theme/palette"

/** A whitelabel's id, as the page wrote it. */
export const whitelabelField = z
  .string("Choose a whitelabel")
  .regex(/^\d{1,9}$/, "Choose a whitelabel")
  .transform(Number)

const trimmed = z.string().transform((typed) => typed.trim())

const name = trimmed.pipe(
  z.string().regex(/^[^\p{C}]{1,40}$/u, "Enter a name of 1 to 40 characters, as it is to stand above the pages"),
)

/** What GSM-7 holds and every phone shows: as a sender's name must be (3GPP TS 23.040), with a letter in it. */
const senderName = trimmed.pipe(
  z
    .string()
    .regex(
      /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/,
      "Enter 1 to 11 letters without accents, digits or spaces, with a letter",
    ),
)

/** Only what an SVG path is written with: nothing that could be markup. */
const mark = trimmed
  .pipe(
    z
      .string()
      .regex(/^([Mm][MmLlHhVvCcSsQqTtAaZz0-9 ,.eE+-]{1,1999})?$/, "Enter an SVG path (the value of its d), or nothing"),
  )
  .transform((path) => path || null)

const host = trimmed
  .transform((typed) => typed.toLowerCase())
  .pipe(
    z
      .string()
      .max(253)
      .regex(
        /^(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(:\d{1,5})?)?$/,
        "Enter a host, like sign-in.example.org, or nothing",
      ),
  )
  .transform((name) => name || null)

/** An accent that is legible on pages of this scheme. A refusal says by how much it misses, and where. */
const accent = (scheme: Scheme) =>
  trimmed
    .transform((typed) => typed.toLowerCase())
    .pipe(z.string().regex(/^#[0-9a-f]{6}$/, "Enter a colour as # and 6 digits, like #0e5a4e"))
    .transform((colour, context) => {
      const { words, ratio } = weakestPair(colour, scheme)
      if (ratio >= leastContrast) return colour
      // Rounded down: what does not reach 4.5 must not be said to be 4.5.
      const measured = (Math.floor(ratio * 100) / 100).toFixed(2)
      const way = scheme === "light" ? "darker" : "lighter"
      const message = `${colour} reaches a contrast of ${measured}:1 for ${words}; WCAG asks for ${leastContrast}:1. Choose a ${way} colour`
      context.addIssue({ code: "custom", message })
      return z.NEVER
    })

/** A theme as the console's form sends it. */
export const themeForm = z.object({
  whitelabelId: whitelabelField,
  name,
  senderName,
  light: accent("light"),
  dark: accent("dark"),
  mark,
  host,
  trustsDevices: checkbox,
}) satisfies z.ZodType<Theme>

export const removeThemeForm = z.object({ whitelabelId: whitelabelField })
