import { z } from "zod"
import { disableApp, enableApp, makeApp, replaceAppSecret } from "@/lib/console/apps"
import { readApp } from "@/lib/web/console/app-fields"
import type { OperatorForm } from "@/lib/web/console/operator-form"

const page = "/admin/apps"

const seen = z.object({
  id: z.string().min(1).max(100),
  version: z
    .string()
    .regex(/^\d{1,9}$/, "Open the page again, and try once more")
    .transform(Number),
})
type Seen = z.output<typeof seen>

const told = (done: string) => ({ go: `${page}?done=${done}` })
const refused = (why: string) => ({ go: `${page}?refused=${why}` })

/** Makes an app. What is wrong with it stands on the page that it leads back to, with what was typed. */
export const makeAppForm: OperatorForm<Record<string, string>> = {
  page,
  read: z.record(z.string().max(40), z.string().max(1200)),
  async run(fields, operator, core, { cookie }) {
    const read = readApp(fields)
    if (!("app" in read)) return { go: `${page}?${new URLSearchParams({ ...fields, try: "make" })}` }
    const made = await makeApp(read.app, operator, core)
    if (made === "made-already") return refused(made)
    const { id, name } = read.app
    if (made.secret !== undefined) cookie.newKey = { id: `${id}.0`, name, key: made.secret, at: core.now().getTime() }
    return told("made")
  },
}

/** Gives an app another secret. */
export const replaceAppSecretForm: OperatorForm<Seen> = {
  page,
  read: seen,
  async run({ id, version }, operator, core, { cookie }) {
    const replaced = await replaceAppSecret({ id, version }, operator, core)
    if (replaced === "moved") return refused("moved")
    const name = (await core.oauthClients.find(id))?.name ?? id
    cookie.newKey = { id: `${id}.${version + 1}`, name, key: replaced.secret, at: core.now().getTime() }
    return told("replaced")
  },
}

/** Ends an app, until it is enabled again. */
export const disableAppForm: OperatorForm<Seen> = {
  page,
  read: seen,
  async run(app, operator, core) {
    return (await disableApp(app, operator, core)) === "moved" ? refused("moved") : told("disabled")
  },
}

/** Lets an app sign people in again. */
export const enableAppForm: OperatorForm<Seen> = {
  page,
  read: seen,
  async run(app, operator, core) {
    return (await enableApp(app, operator, core)) === "moved" ? refused("moved") : told("enabled")
  },
}
