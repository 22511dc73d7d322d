import { makeApiKey, revokeApiKey } from "@/lib/my-account/api-keys"
import { endTrust } from "@/lib/my-account/trusted-devices"
import { isRefusal } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"
import { signOut, signOutEverywhere, signOutSession } from "@/lib/sign-in/sign-out"
import { memberForm } from "@/lib/web/account/member-form"
import { apiKeyForm, type EverywhereValues, everywhereForm, isApiKeyField, namedById } from "@/lib/web/account/schemas"
import { forgetVisitor } from "@/lib/web/cookie"
import { type Form, noFields } from "@/lib/web/form"
import { signedInBy } from "@/lib/web/viewer"

const page = "/account"

/** Signs one device or app out. One that is signed out already is what was wanted. */
export const signOutSessionForm = memberForm({
  page,
  read: namedById,
  async run({ id }, member, core) {
    await signOutSession({ id }, member, core)
    return { go: "/account?done=session" }
  },
})

/** Has a trusted device texted again. One that is already is what was wanted. */
export const endTrustForm = memberForm({
  page,
  read: namedById,
  async run({ id }, member, core) {
    await endTrust({ id }, member, core)
    return { go: "/account?done=device-untrusted" }
  },
})

/** Makes an API key. It travels to the page in the sealed cookie, never in an address, and is shown there once. */
export const makeApiKeyForm = memberForm({
  page,
  read: apiKeyForm,
  owns: isApiKeyField,
  async run(request, member, core, { cookie }) {
    const made = await makeApiKey(request, member, core)
    if (isRefusal(made)) return { refusal: made }
    const { apiKey, key } = made
    cookie.newKey = { id: apiKey.id, name: apiKey.name, key, at: core.now().getTime() }
    return { go: "/account?done=key" }
  },
})

/** Revokes an API key. One that is revoked already is what was wanted. */
export const revokeApiKeyForm = memberForm({
  page,
  read: namedById,
  async run({ id }, member, core) {
    await revokeApiKey({ id }, member, core)
    return { go: "/account?done=key-revoked" }
  },
})

/** Signs out here. Signing out twice succeeds. */
export const signOutForm: Form<object> = endSession(noFields, signOut)
/** Signs out to sign in again, for what needs an owner who is there now: on a trusted device too. */
export const signInAgainForm: Form<object> = {
  ...signOutForm,
  async run(values, visit) {
    await signOutForm.run(values, visit)
    visit.onward.since = visit.core.now().getTime()
    await visit.onward.save()
    return { go: "/sign-in" }
  },
}
/** Everywhere; and of API keys too where the box is ticked. */
export const signOutEverywhereForm: Form<EverywhereValues> = endSession(everywhereForm, signOutEverywhere)

function endSession<Values>(
  read: Form<Values>["read"],
  end: (values: Values, member: Member, core: Core) => Promise<void>,
): Form<Values> {
  return {
    page,
    read,
    async run(values, { cookie, onward, caller, core }) {
      const signedIn = await signedInBy(cookie, core)
      if (signedIn) await end(values, { ...caller, signedIn }, core)
      forgetVisitor(cookie)
      onward.destroy()
      return { go: "/?signed-out" }
    },
  }
}
