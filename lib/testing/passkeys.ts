import { addPasskey } from "@/lib/my-account/passkeys"
import { isRefusal } from "@/lib/refusal"
import { passkeySignIn } from "@/lib/sign-in/passkey-sign-in"
import { beginCeremony, type Ceremony } from "@/lib/sign-in/steps/ceremony"
import { authenticator } from "@/lib/testing/authenticator"
import { member } from "@/lib/testing/members"
import { elsewhere } from "@/lib/testing/people"
import type { TestAuth } from "@/lib/testing/test-auth"

/** Where our pages are in tests. */
export const origin = "https://latchkey.example"
/** Our pages as a caller. */
export const browser = { realm: "handbid", audience: "browser", client: "browser", userAgent: undefined } as const

/** Pat has an account and one passkey; each `begin` asks for something to be signed. */
export async function withPasskey(auth: TestAuth) {
  const pat = await member(auth)
  const { account, session } = pat.caller.signedIn
  const device = authenticator(account.id)
  const beginAdding = (at = origin) => beginCeremony(at, session.id, auth.core)
  const begin = (at = origin) => beginCeremony(at, undefined, auth.core)
  const add = (answer: string, ...begun: Ceremony[]) =>
    addPasskey({ begun, answer, name: "Phone" }, pat.caller, auth.core)
  const use = (answer: string, ...begun: Ceremony[]) =>
    passkeySignIn({ begun, answer }, { ...browser, address: elsewhere() }, auth.core)
  const first = beginAdding()
  const added = await add(device.make(first), first)
  if (isRefusal(added)) throw new Error(`not added: ${JSON.stringify(added)}`)
  await auth.settled()
  return { pat, account, device, beginAdding, begin, add, use, added }
}
