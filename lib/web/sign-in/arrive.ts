import type { Method } from "@/lib/session/authorization-code"
import { hashToken } from "@/lib/session/token"
import { earlierOf, endEarlier } from "@/lib/sign-in/steps/end-earlier"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { rememberDevice } from "@/lib/web/device-cookie"
import type { FormVisit } from "@/lib/web/form"
import { adoptLanguage } from "@/lib/web/language"
import { takeNextPage } from "@/lib/web/onward"
import { openTrusts } from "@/lib/web/trust-cookie"

/** Who arrived: `methods` is how they proved who they are just now, and `email` what the device keeps. */
export type Arrival = {
  tokens: Tokens
  newBrowserToken: string
  email: string | undefined
  methods: Method[]
}

/** What each way in ends with. Answers the page that follows. */
export async function arrive(arrival: Arrival, visit: FormVisit): Promise<string> {
  await holdSession(arrival, visit)
  return takeNextPage(visit.onward, visit.site)
}

/**
 * What each way in ends with where the phone is lost: the page that changes the phone comes first, and knows why. Where the way in
 * leads is kept, and offered there.
 */
export async function arriveWithoutPhone(arrival: Arrival, visit: FormVisit): Promise<string> {
  await holdSession(arrival, visit)
  visit.onward.lostPhone = hashToken(arrival.tokens.accessToken)
  await visit.onward.save()
  return "/account/phone"
}

/** The browser holds the new session in place of the one that it had, and is known by it. */
async function holdSession(
  { tokens, newBrowserToken, email, methods }: Arrival,
  { cookie, device, site, jar, caller, core }: FormVisit,
): Promise<void> {
  await rememberDevice(device, newBrowserToken, email)
  adoptLanguage(jar, tokens, caller, site)
  const earlier = await earlierOf(cookie.accessToken, caller, core)
  // The same answer again, of a trusted device, is not its own successor.
  if (cookie.accessToken !== tokens.accessToken) await endEarlier(earlier, tokens, caller, core)
  delete cookie.step
  delete cookie.keptEmail
  cookie.accessToken = tokens.accessToken
  const { tokens: trusts = [] } = await openTrusts(site, jar)
  if (trusts.length > 0) await core.trustedDevices.follow(trusts.map(hashToken), hashToken(tokens.accessToken))
  cookie.methods = methods
}
