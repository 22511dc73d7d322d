import { z } from "zod"
import { pinForm, registerForm } from "@/lib/web/sign-in/schemas"

const which = z.object({ which: z.enum(["old", "new"]) })

export const changePhoneForm = registerForm.pick({ country: true, phone: true })
export const provePhoneForm = pinForm.extend(which.shape)
export const resendChangePinForm = which
