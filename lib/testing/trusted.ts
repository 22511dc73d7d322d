import { ourHost } from "@/lib/account/trusted-device"
import { trustDevice } from "@/lib/my-account/trusted-devices"
import { isRefusal } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type TrustedSignIn, trustedSignIn } from "@/lib/sign-in/trusted-sign-in"
import { member } from "@/lib/testing/members"
import { browser } from "@/lib/testing/passkeys"
import { elsewhere } from "@/lib/testing/people"
import type { TestAuth } from "@/lib/testing/test-auth"

/** Has a whitelabel offer trusted devices, or no more. */
export const setTrust = (auth: TestAuth, trustsDevices: boolean, whitelabelId = 1) =>
  auth.core.themes.put({
    ...{ whitelabelId, name: "Gala", mark: null, light: "#6a1b9a", dark: "#ce93d8", senderName: "Gala", host: null },
    trustsDevices,
  })

const here = { host: ourHost, operatorPhones: [] as string[] }
type Where = Partial<Pick<TrustedSignIn, "host" | "operatorPhones" | "email">>

/** Somebody whose browser is trusted; `use` shows a token, as the browser does or as a thief would. */
export async function withTrust(auth: TestAuth, number = 0) {
  await setTrust(auth, true)
  const pat = await member(auth, number)
  const { account } = pat.caller.signedIn
  const trust = (where: Where = {}) => trustDevice({ tokens: [], ...here, ...where }, pat.caller, auth.core)
  const token = await trust()
  if (!token) throw new Error("not trusted")
  const use = async (shown: string, where: Where = {}, caller: Partial<Caller> = {}, { core } = auth) => {
    const visitor = { ...browser, address: elsewhere(), ...caller }
    const entry = await trustedSignIn({ email: pat.email, tokens: [shown], ...here, ...where }, visitor, core)
    return entry && isRefusal(entry) ? entry.kind : entry
  }
  /** The same of somebody who gets in by it. */
  const enter = async (shown: string) => {
    const entry = await use(shown)
    if (!entry || typeof entry === "string") throw new Error(`not let in: ${entry}`)
    return entry
  }
  const kinds = async (most = 20) => (await auth.core.events.list(account.id, most)).map(({ kind }) => kind)
  return { pat, account, token, trust, use, enter, kinds }
}
