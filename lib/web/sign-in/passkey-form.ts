import { z } from "zod"
import { isRefusal } from "@/lib/refusal"
import { passkeySignIn } from "@/lib/sign-in/passkey-sign-in"
import { earlierOf, endEarlier } from "@/lib/sign-in/steps/end-earlier"
import { rememberDevice } from "@/lib/web/device-cookie"
import type { Form } from "@/lib/web/form"
import { adoptLanguage } from "@/lib/web/language"
import { takeNextPage } from "@/lib/web/onward"
import { wordsFor } from "@/lib/web/refusal-words"

/** Signs in with what a passkey signed. The email that the device keeps stays as it is: none was typed. */
export const usePasskeyForm: Form<{ answer: string }> = {
  page: "/sign-in",
  read: z.object({ answer: z.string().default("") }),
  async run({ answer }, { cookie, device, onward, site, jar, begun, caller, core }) {
    if (answer === "") return { problems: [{ field, message: { key: "problems.passkeyNeedsScript" } }] }
    const newBrowserToken = core.newToken()
    const signedIn = await passkeySignIn({ begun: await begun(), answer }, { ...caller, newBrowserToken }, core)
    if (isRefusal(signedIn)) return { refusal: signedIn, problems: [{ ...wordsFor(signedIn, core.now()), field }] }
    const { tokens, use } = signedIn
    await rememberDevice(device, newBrowserToken, device.email)
    adoptLanguage(jar, tokens, caller, site)
    await endEarlier(await earlierOf(cookie.accessToken, caller, core), tokens, caller, core)
    delete cookie.step
    delete cookie.keptEmail
    cookie.accessToken = tokens.accessToken
    // A key that is kept on several devices is no device's own (RFC 8176).
    cookie.methods = [use.isBackedUp ? "swk" : "hwk"]
    return { go: takeNextPage(onward, site) }
  },
}

/** What is wrong is told at the button. */
const field = "use-passkey"
