import { z } from "zod"
import { isRefusal } from "@/lib/refusal"
import type { Method } from "@/lib/session/authorization-code"
import { passkeySignIn } from "@/lib/sign-in/passkey-sign-in"
import type { Form } from "@/lib/web/form"
import { wordsFor } from "@/lib/web/refusal-words"
import { arrive, arriveWithoutPhone } from "@/lib/web/sign-in/arrive"

type PasskeyForm = Form<{ answer: string }>

/** Signs in with what a passkey signed, and leads to where the way in leads. */
export const usePasskeyForm: PasskeyForm = passkeyForm("/sign-in", arrive)
/** The same for whoever lost their phone, who is led to where it is changed. */
export const lostPhoneForm: PasskeyForm = passkeyForm("/sign-in/lost-phone", arriveWithoutPhone)

/** The email that the device keeps stays as it is: none was typed. */
function passkeyForm(page: string, arrived: typeof arrive): PasskeyForm {
  return {
    page,
    read: z.object({ answer: z.string().default("") }),
    async run({ answer }, visit) {
      const { device, begun, caller, core } = visit
      if (answer === "") return { problems: [{ field, message: { key: "problems.passkeyNeedsScript" } }] }
      const newBrowserToken = core.newToken()
      const signedIn = await passkeySignIn({ begun: await begun(), answer }, { ...caller, newBrowserToken }, core)
      if (isRefusal(signedIn)) return { refusal: signedIn, problems: [{ ...wordsFor(signedIn, core.now()), field }] }
      const { tokens, use } = signedIn
      // A key that is kept on several devices is no device's own (RFC 8176).
      const methods: Method[] = [use.isBackedUp ? "swk" : "hwk"]
      return { go: await arrived({ tokens, newBrowserToken, email: device.email, methods }, visit) }
    },
  }
}

/** What is wrong is told at the button. */
const field = "use-passkey"
