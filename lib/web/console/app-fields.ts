import type { AskedApp } from "@/lib/console/apps"
import { isWebAddress } from "@/lib/session/app-address"
import type { FormProblem } from "@/lib/web/cookie"

/** An app as it was typed, or what is wrong with it. */
export type TypedApp = { app: AskedApp; problems: [] } | { problems: FormProblem[] }

/** How an app's id begins that was made on the console. */
export const appIdPrefix = "app_"

const most = { addresses: 10, length: 1000 }
const wrongAddress = "Addresses are https, or http on localhost, without # and with spaces between"

/** Reads an app. Addresses are kept as they were typed: they are compared character by character. */
export function readApp(fields: Readonly<Record<string, string>>): TypedApp {
  const problems: FormProblem[] = []
  const wrong = (field: string, message: string) => void problems.push({ field, message })
  const addresses = (field: string) => {
    const all = (fields[field] ?? "").split(/\s+/).filter(Boolean)
    if (all.length > most.addresses || (fields[field] ?? "").length > most.length)
      wrong(field, `Enter ${most.addresses} addresses and ${most.length} characters at most`)
    else if (!all.every(isWebAddress)) wrong(field, wrongAddress)
    return [...new Set(all)]
  }
  const id = fields.id ?? ""
  if (!/^app_[\w-]{16,64}$/.test(id)) wrong("name", "Open the page again, and try once more")
  const name = (fields.name ?? "").trim()
  if (!/^[^\p{C}]{1,60}$/u.test(name)) wrong("name", "Enter a name of 1 to 60 characters")
  const redirectUris = addresses("redirectUris")
  if (redirectUris.length === 0 && !problems.some(({ field }) => field === "redirectUris"))
    wrong("redirectUris", "Enter where people come back to")
  const postLogoutRedirectUris = addresses("postLogoutRedirectUris")
  const [backchannelLogoutUri = null, ...more] = addresses("backchannelLogoutUri")
  if (more.length > 0) wrong("backchannelLogoutUri", "Enter one address")
  const asked = { id, name, redirectUris, postLogoutRedirectUris, backchannelLogoutUri }
  const keepsSecret = fields.keeps !== "nothing"
  return problems.length > 0
    ? { problems }
    : { app: { ...asked, keepsSecret, firstParty: fields.trust === "own" }, problems: [] }
}
