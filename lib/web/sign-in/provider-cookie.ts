import type { IronSession } from "iron-session"
import type { Kept, Provider } from "@/lib/account/provider"
import type { Earlier } from "@/lib/sign-in/steps/end-earlier"
import { minutes } from "@/lib/time"
import { type CookieJar, openSealed } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/**
 * What a browser holds while it is away at a provider: only we can read or make it. `earlier` is who was
 * signed in when it left, and `leads` whether the way in leads elsewhere than to the account: our other cookies do not come back from Apple.
 */
export type Journey = Kept & { state: string; begunAt: number; earlier?: Earlier | undefined; leads?: true }

/** How long a visitor may be away. */
export const longestJourney = minutes(10)

/**
 * The sealed cookie of a journey: ten minutes, used once. What comes back as a POST from another site comes without
 * SameSite=Lax cookies, so that one has to be SameSite=None, and Secure.
 */
export function openJourney(provider: Provider, jar: CookieJar, site: Site): Promise<IronSession<Partial<Journey>>> {
  const posted = site.core.identifiers[provider].returnsBy === "POST"
  const secure = site.production || posted
  const sameSite = posted ? "none" : "lax"
  return openSealed(site, jar, { name: `latchkey-with-${provider}`, life: longestJourney, sameSite, secure })
}
