import { z } from "zod"
import { addPasskey, removePasskey, renamePasskey } from "@/lib/my-account/passkeys"
import { isRefusal } from "@/lib/refusal"
import { deviceOf } from "@/lib/web/account/device"
import { memberForm } from "@/lib/web/account/member-form"
import { sayIn } from "@/lib/words/say"

const page = "/account"

/** A credential's id is of any length that its authenticator likes. What cannot be one is no passkey of anybody's. */
const passkeyId = z.string().transform((id) => (/^[\w-]{1,2000}$/.test(id) ? id : "none"))

/** Adds the passkey that the browser made, under the name of the browser and its system, until it gets a better one. */
export const addPasskeyForm = memberForm({
  page,
  read: z.object({ answer: z.string().default("") }),
  async run({ answer }, member, core, { begun }) {
    if (answer === "") return { problems: [{ field: "add-passkey", message: { key: "problems.passkeyNeedsScript" } }] }
    const name = deviceOf(member.userAgent ?? null, member.client, sayIn(member.language ?? "en"))
    const added = await addPasskey({ begun: await begun(), answer, name }, member, core)
    return isRefusal(added) ? { refusal: added } : { go: "/account?done=passkey" }
  },
})

/** Gives a passkey another name. */
export const renamePasskeyForm = memberForm({
  page,
  read: z.object({ id: passkeyId, name: z.string() }),
  async run(request, member, core) {
    const refused = await renamePasskey(request, member, core)
    if (refused?.kind === "invalid-field") {
      const field = `name-of-${request.id}`
      return { refusal: refused, problems: [{ field, message: { key: "problems.passkeyName" } }] }
    }
    return refused ? { refusal: refused } : { go: "/account?done=passkey-renamed" }
  },
})

/** Removes a passkey. One that is gone already is what was wanted. */
export const removePasskeyForm = memberForm({
  page,
  read: z.object({ id: passkeyId }),
  async run({ id }, member, core) {
    await removePasskey({ id }, member, core)
    return { go: "/account?done=passkey-removed" }
  },
})
