import type { IronSession } from "iron-session"
import { policy } from "@/lib/limits/policy"
import type { Ceremony } from "@/lib/sign-in/steps/ceremony"
import { type CookieJar, openSealed } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/** What this browser was asked to have signed, the newest first. */
export type CeremonyCookie = { begun?: Ceremony[] }

/** One for each of so many tabs. */
const most = 4

/**
 * Opens the sealed cookie of the passkeys' ceremonies, of the request at hand or of the jar. It is a cookie of its own: a challenge is
 * fetched while other forms are under way, whose cookie it would overwrite.
 */
export const openCeremonies = (site: Site, jar?: CookieJar): Promise<IronSession<CeremonyCookie>> =>
  openSealed<CeremonyCookie>(site, jar, { name: "latchkey-passkey", life: policy.ceremonyLife, sameSite: "strict" })

/** Keeps one more. */
export async function keepCeremony(cookie: IronSession<CeremonyCookie>, ceremony: Ceremony): Promise<void> {
  cookie.begun = [ceremony, ...(cookie.begun ?? [])].slice(0, most)
  await cookie.save()
}
