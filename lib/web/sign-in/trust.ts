import { parseEmail } from "@/lib/account/email"
import { ourHost } from "@/lib/account/trusted-device"
import { forgetTrusts, trustDevice } from "@/lib/my-account/trusted-devices"
import { isRefusal } from "@/lib/refusal"
import { trustedSignIn } from "@/lib/sign-in/trusted-sign-in"
import type { FormVisit, Outcome } from "@/lib/web/form"
import { arrive } from "@/lib/web/sign-in/arrive"
import { keepTrust, openTrusts } from "@/lib/web/trust-cookie"
import { signedInBy } from "@/lib/web/viewer"

/**
 * Where this browser is trusted with the account of an email: straight in, without a text. Undefined for everybody else, and where the way in wants an
 * owner who proves who they are now.
 */
export async function enterTrusted(
  { email, remember }: { email: string; remember: boolean },
  visit: FormVisit,
): Promise<Outcome | undefined> {
  const { onward, site, jar, caller, core } = visit
  if (onward.since !== undefined) return undefined
  const cookie = await openTrusts(site, jar)
  const tokens = cookie.tokens ?? []
  if (tokens.length === 0) return undefined
  const entry = await trustedSignIn({ email, tokens, ...whereAndWho(visit) }, caller, core)
  if (!entry) return undefined
  if (isRefusal(entry)) return { refusal: entry }
  await keepTrust(cookie, entry.next, entry.shown)
  // No method: that somebody typed a PIN here some time ago proves nothing now (RFC 8176).
  const arrival = { tokens: entry.tokens, newBrowserToken: entry.browserToken, methods: [] }
  return { go: await arrive({ ...arrival, email: remember ? (parseEmail(email) ?? email) : undefined }, visit) }
}

/** After a PIN, with the box ticked: keeps the trust, and says on the account page whether it was. */
export async function trustHere(go: string, visit: FormVisit): Promise<string> {
  const { site, jar, caller, core } = visit
  const signedIn = await signedInBy(visit.cookie, core)
  if (!signedIn) return go
  const cookie = await openTrusts(site, jar)
  const trusting = { tokens: cookie.tokens ?? [], ...whereAndWho(visit) }
  const token = await trustDevice(trusting, { ...caller, signedIn }, core)
  if (token) await keepTrust(cookie, token)
  return go === "/account" ? `/account?done=${token ? "device-trusted" : "device-not-trusted"}` : go
}

/** Whoever has their email forgotten on a device wants nothing left there that lets them in. */
export async function forgetTrustsHere({ site, jar, caller, core }: FormVisit): Promise<void> {
  const cookie = await openTrusts(site, jar)
  const { tokens = [] } = cookie
  if (tokens.length === 0) return
  await forgetTrusts({ tokens }, caller, core)
  cookie.destroy()
}

const whereAndWho = ({ whitelabelId, site }: FormVisit) => ({
  host: whitelabelId ?? ourHost,
  operatorPhones: [...site.operators],
})
