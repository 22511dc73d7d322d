import { z } from "zod"
import { parseEmail } from "@/lib/account/email"
import { parsePersonName } from "@/lib/account/person-name"
import { checkbox } from "@/lib/web/checkbox"
import { pinIn } from "@/lib/web/sign-in/pin-in-text"

// The same rules in the browser and on the server. The server asks the core once more; this is for quick, kind words.

const captchaToken = z.string().optional()

const email = z
  .string()
  .refine((text) => text.trim() !== "", "Enter your email address")
  .refine(
    (text) => text.trim() === "" || parseEmail(text) !== undefined,
    "Enter an email address in the correct format, like name@example.com",
  )

const name = (which: string) =>
  z
    .string()
    .refine((text) => text.trim() !== "", `Enter your ${which} name`)
    .refine(
      (text) => text.trim() === "" || parsePersonName(text) !== undefined,
      `Your ${which} name must be 100 characters or fewer, all of which can be shown`,
    )

export const emailForm = z.object({ email, remember: checkbox, captchaToken })

export const registerForm = z.object({
  firstName: name("first"),
  lastName: name("last"),
  country: z.string().regex(/^[A-Z]{2}$/, "Select the country of your phone number"),
  phone: z.string().refine((text) => text.trim() !== "", "Enter your mobile phone number"),
  captchaToken,
})

export const pinForm = z.object({
  pin: z
    .string()
    .refine((text) => text.trim() !== "", "Enter the PIN from the text message")
    .refine((text) => text.trim() === "" || pinIn(text) !== undefined, "Enter the PIN using only its 6 digits")
    .transform((text) => pinIn(text) ?? text),
})

export const resendForm = z.object({ captchaToken })

export type EmailValues = z.infer<typeof emailForm>
export type RegisterValues = z.infer<typeof registerForm>
export type PinValues = z.infer<typeof pinForm>
