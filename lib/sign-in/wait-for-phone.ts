import { changeDelay } from "@/lib/account/phone-change"
import { type Refusal, refuse } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"
import { noticeOfDelay } from "@/lib/sign-in/notice-of-change"
import { after } from "@/lib/time"

/**
 * For somebody without their old phone: the change takes effect after the delay, if the new phone is proved. The old phone
 * is told first, and how to stop it; where it cannot be told now nothing begins. A number that is out of service is told
 * nothing, and holds nobody up.
 */
export async function waitForPhone(_: object, member: Member, core: Core): Promise<{ effectiveAt: Date } | Refusal> {
  const { account } = member.signedIn
  const change = await core.phoneChanges.open(account.id)
  if (!change?.newProvedAt) return refuse({ kind: "not-found" })
  if (change.effectiveAt) return { effectiveAt: change.effectiveAt }
  const untold = await noticeOfDelay(account, member, core)
  if (untold && untold.kind !== "invalid-phone") return untold
  const effectiveAt = after(core.now(), changeDelay)
  return (await core.phoneChanges.wait(change.id, effectiveAt)) ? { effectiveAt } : refuse({ kind: "not-found" })
}
