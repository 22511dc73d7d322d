import { z } from "zod"
import { signOut } from "@/lib/sign-in/sign-out"
import { memberForm } from "@/lib/web/account/member-form"
import { askedBy } from "@/lib/web/apps/asked"
import { forgetVisitor } from "@/lib/web/cookie"
import type { Form } from "@/lib/web/form"
import { wayOut } from "@/lib/web/onward"
import { signedInBy } from "@/lib/web/viewer"

const text = z.string().max(2000).default("")

/** What somebody says to an app's wish. It names what the page showed: another tab may have begun another way in since. */
export const answerAppForm = memberForm({
  page: "/sign-in/allow",
  read: z.object({ client: text, scope: text, answer: text }),
  async run({ client, scope, answer }, { signedIn }, core, { onward, site }) {
    const asked = await askedBy(onward, site)
    if (asked?.client.id !== client || asked.scopes.join(" ") !== scope) return { go: "/sign-in/allow" }
    const isAllowed = answer === "allow"
    if (isAllowed) await core.consents.give(signedIn.account.id, client, asked.scopes, core.now())
    onward.said = isAllowed ? "allow" : "deny"
    await onward.save()
    return { go: wayOut }
  },
})

/** Signs out where an app asked for it without showing who was meant, and leads on to where it said. */
export const leaveAppForm: Form<{ client: string; to: string; state: string }> = {
  page: "/account/sign-out",
  read: z.object({ client: text, to: text, state: text }),
  async run({ client, to, state }, { cookie, onward, caller, core }) {
    const signedIn = await signedInBy(cookie, core)
    if (signedIn) await signOut({}, { ...caller, signedIn }, core)
    forgetVisitor(cookie)
    onward.destroy()
    if (to === "") return { go: "/?signed-out" }
    const asked = new URLSearchParams({ client_id: client, post_logout_redirect_uri: to, ...(state && { state }) })
    Object.assign(onward, { to: `/oauth/logout?${asked}` })
    await onward.save()
    return { go: wayOut }
  },
}
