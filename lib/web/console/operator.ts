import type { Operator } from "@/lib/console/operator"
import type { SignedIn } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import type { Site } from "@/lib/web/site"
import type { Viewer } from "@/lib/web/viewer"

/**
 * The operator who is signed in on our pages and has proved to have an operator's phone; undefined for everyone else. An email opens
 * nothing, since it is only claimed, and no token of an API is looked at. A phone that was given up opens nothing any more, nor
 * does one whose seat another account has: guessing a PIN of an operator's phone under a new email opens no console.
 */
export async function operatorOf({ signedIn }: Viewer, { core, operators }: Site): Promise<Operator | undefined> {
  if (!signedIn || operators.size === 0) return undefined
  const { account } = signedIn
  const phone = await core.accounts.verifiedPhone(account.id)
  if (!phone || !operators.has(phone)) return undefined
  if (!(await hasSeat(phone, signedIn, core))) return undefined
  return { realm: account.realm, client: "browser", signedIn }
}

/** Whether the account has the seat of this phone. A free one is taken by looking, once. */
async function hasSeat(
  phone: string,
  { session, account }: SignedIn,
  core: Pick<Core, "now" | "operatorSeats" | "events">,
): Promise<boolean> {
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
