import type { Operator } from "@/lib/console/operator"
import { isRefusal } from "@/lib/refusal"
import type { SignedIn } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import { settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { whoIsThis } from "@/lib/sign-in/steps/who-is-this"
import { type CookieJar, openCookie } from "@/lib/web/cookie"
import type { Site } from "@/lib/web/site"

/**
 * Whoever is signed in on our pages and has proved to have an operator's phone; undefined for everybody else. An email opens
 * nothing, since it is only claimed, and no token of an API is looked at. A phone that was given up opens nothing any more, nor
 * does one whose seat another account has: whoever guesses a PIN of an operator's phone under a new email gets no console by it.
 */
export async function operatorOf(site: Site, jar?: CookieJar): Promise<Operator | undefined> {
  const { core, operators } = site
  if (operators.size === 0) return undefined
  const { accessToken } = await openCookie(site, jar)
  const found = accessToken ? await whoIsThis(accessToken, "browser", core) : undefined
  if (!found || isRefusal(found)) return undefined
  // A change that took effect just now may have ended this very session.
  if (await settlePhoneChange(found.account, core)) return operatorOf(site, jar)
  const { account } = found
  const phone = await core.accounts.verifiedPhone(account.id)
  if (!phone || !operators.has(phone)) return undefined
  if (!(await hasSeat(phone, { session: found.session, account }, core))) return undefined
  return { realm: account.realm, client: "browser", signedIn: { session: found.session, account } }
}

/** Whether the account has the seat of this phone. A free one is taken by looking, once. */
async function hasSeat(phone: string, { session, account }: SignedIn, core: Core): Promise<boolean> {
  const { id: accountId, realm } = account
  const holder = await core.operatorSeats.holderOf(phone)
  if (holder !== undefined) return holder === accountId
  const at = core.now()
  if (await core.operatorSeats.take(phone, { accountId, signedInAt: session.createdAt }, at)) {
    await core.events.append({ at, realm, kind: "operator-seated", accountId, sessionId: session.id })
    return true
  }
  // Of two looks at once the later finds what the earlier took.
  return (await core.operatorSeats.holderOf(phone)) === accountId
}
