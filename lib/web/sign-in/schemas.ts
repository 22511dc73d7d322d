import { z } from "zod"
import { parseEmail } from "@/lib/account/email"
import { parsePersonName } from "@/lib/account/person-name"
import { channels } from "@/lib/delivery/channel"
import { checkbox } from "@/lib/web/checkbox"
import { pinIn } from "@/lib/web/sign-in/pin-in-text"
import type { Texts } from "@/lib/words/catalogues"

// The same rules in the browser and on the server. The server asks the core once more; this is for quick, kind words.

/** Names the sentence that says what is wrong: it is shown in the reader's language. */
export const says = (check: keyof Texts<"checks">) => check

const captchaToken = z.string().optional()

/** By which channel the person wants the PIN: the button that they pressed. */
const channel = z.enum(channels).optional().catch(undefined)

const email = z
  .string()
  .refine((text) => text.trim() !== "", says("emailMissing"))
  .refine((text) => text.trim() === "" || parseEmail(text) !== undefined, says("emailWrong"))

const name = (which: "first" | "last") =>
  z
    .string()
    .refine((text) => text.trim() !== "", says(`${which}NameMissing`))
    .refine((text) => text.trim() === "" || parsePersonName(text) !== undefined, says(`${which}NameWrong`))

export const emailForm = z.object({ email, remember: checkbox, channel, captchaToken })

export const registerForm = z.object({
  firstName: name("first"),
  lastName: name("last"),
  country: z.string().regex(/^[A-Z]{2}$/, says("countryMissing")),
  phone: z.string().refine((text) => text.trim() !== "", says("phoneMissing")),
  channel,
  captchaToken,
})

export const pinForm = z.object({
  pin: z
    .string()
    .refine((text) => text.trim() !== "", says("pinMissing"))
    .refine((text) => text.trim() === "" || pinIn(text) !== undefined, says("pinWrong"))
    .transform((text) => pinIn(text) ?? text),
  trust: checkbox,
})

export const resendForm = z.object({ channel, captchaToken })

export type EmailValues = z.infer<typeof emailForm>
export type RegisterValues = z.infer<typeof registerForm>
export type ResendValues = z.infer<typeof resendForm>
export type PinValues = z.infer<typeof pinForm>
