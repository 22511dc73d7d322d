import type { Operator } from "@/lib/console/operator"
import { isRefusal } from "@/lib/refusal"
import { settlePhoneChange } from "@/lib/sign-in/settle-phone-change"
import { whoIsThis } from "@/lib/sign-in/who-is-this"
import { type CookieJar, openCookie } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/**
 * Whoever is signed in on our pages and has proved to have an operator's phone; undefined for everybody else. An email opens
 * nothing, since it is only claimed, and no token of an API is looked at. A phone that was given up opens nothing any more.
 */
export async function operatorOf(site: Site, jar?: CookieJar): Promise<Operator | undefined> {
  const { core, operators } = site
  if (operators.size === 0) return undefined
  const { accessToken } = await openCookie(site, jar)
  const found = accessToken ? await whoIsThis(accessToken, "browser", core) : undefined
  if (!found || isRefusal(found)) return undefined
  const isChanged = await settlePhoneChange(found.account, core, found.session.id)
  const account = (isChanged && (await core.accounts.byId(found.account.id))) || found.account
  const phone = await core.accounts.verifiedPhone(account.id)
  if (!phone || !operators.has(phone)) return undefined
  return { realm: account.realm, client: "browser", signedIn: { session: found.session, account } }
}
