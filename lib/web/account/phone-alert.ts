import { deviceOf } from "@/lib/web/account/device"
import { type Moment, momentsIn } from "@/lib/web/moments"
import type { Site } from "@/lib/web/site"
import type { Viewer } from "@/lib/web/viewer"
import type { Say } from "@/lib/words/say"

/** A change of the viewer's phone that another of their sessions asked for. */
export type PhoneAlert = {
  /** The last two digits of the new phone. */
  ending: string
  askedAt: Moment
  /** What asked for it; undefined where that has signed out since. */
  device: string | undefined
  /** When it takes effect; undefined while it still needs a PIN, or the wait to begin. */
  effectiveAt: Moment | undefined
}

/** What the pages of an account's other sessions tell of a change of phone that is under way. The one that asked knows. */
export async function phoneAlertOf(
  { signedIn, cookie }: Viewer,
  { core }: Pick<Site, "core">,
  say: Say,
): Promise<PhoneAlert | undefined> {
  if (!signedIn) return undefined
  const { account, session } = signedIn
  const change = await core.phoneChanges.open(account.id)
  if (!change || change.askedBy === session.id) return undefined
  const sessions = await core.sessions.list(account.id, core.now())
  const asker = sessions.find(({ id }) => id === change.askedBy)
  const moment = momentsIn(cookie.timeZone, core.now(), say.language)
  return {
    ending: change.newPhone.slice(-2),
    askedAt: moment(change.createdAt),
    device: asker && deviceOf(asker.userAgent, asker.client, say),
    effectiveAt: change.effectiveAt ? moment(change.effectiveAt) : undefined,
  }
}
