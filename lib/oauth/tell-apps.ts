import { type LogoutNotice, logoutTokenLife, mostTries } from "@/lib/session/logout-notice"
import type { Core } from "@/lib/sign-in/core"
import { after, epochSeconds } from "@/lib/time"

type Needs = Pick<Core, "now" | "issuer" | "signer" | "logoutNotices" | "postLogout" | "warn">

/** How many are told at once. */
const atOnce = 20

/**
 * Tells apps which sessions ended, as far as that is due (OpenID Connect Back-Channel Logout 1.0). Any process may do it at any time: of several
 * at once each notice is one's. What is not heard is tried again later, by whoever comes.
 */
export async function tellApps(core: Needs): Promise<void> {
  for (;;) {
    const due = await core.logoutNotices.claim(atOnce, core.now())
    await Promise.all(due.map((notice) => tell(notice, core)))
    if (due.length < atOnce) return
  }
}

async function tell(notice: LogoutNotice, core: Needs): Promise<void> {
  const { id, uri, tries } = notice
  const heard = uri === null ? "heard" : await core.postLogout(uri, await logoutToken(notice, core))
  if (heard === "unheard" && tries < mostTries) return
  if (heard !== "heard") core.warn("logout-unheard", new LogoutUnheard(notice.client))
  await core.logoutNotices.done(id)
}

/** An app was not told, or said that it does not want to know. */
class LogoutUnheard extends Error {
  override name = "LogoutUnheard"
}

/** A logout token (2.4): who was signed out, of which session, and never a nonce. */
function logoutToken(
  { id, client, accountId, sessionId }: LogoutNotice,
  { issuer, signer, now }: Needs,
): Promise<string> {
  const at = now()
  const claims = {
    iss: issuer,
    sub: accountId,
    aud: client,
    iat: epochSeconds(at),
    exp: epochSeconds(after(at, logoutTokenLife)),
    jti: id,
    sid: sessionId,
    events: { "http://schemas.openid.net/event/backchannel-logout": {} },
  }
  return signer.sign("RS256", "openid", claims, "logout+jwt")
}
