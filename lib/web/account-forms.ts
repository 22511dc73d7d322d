import { makeApiKey, revokeApiKey } from "@/lib/my-account/api-keys"
import { isRefusal } from "@/lib/refusal"
import { signOutSession } from "@/lib/sign-in/sign-out"
import { apiKeyForm, isApiKeyField, namedById } from "@/lib/web/account-schemas"
import { memberForm } from "@/lib/web/member-form"

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
