import { changeDelay } from "@/lib/account/phone-change"
import { type NoticeNeeds, type NotTold, noticeOfDelay } from "@/lib/my-account/notice-of-change"
import { isRefusal, refuse } from "@/lib/refusal"
import type { Member } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/**
 * For a person without their old phone: the change takes effect after the delay, if the new phone is proved. The old phone is
 * told first, and how to stop it. Without that notice nothing waits: `untold` where no message reaches the old phone, because
 * it is out of service, no mobile, or wants no messages of ours. A thief with a stolen session could otherwise take the account
 * while its owner hears nothing. The ways on are the old phone's own PIN, and an operator.
 */
export async function waitForPhone(
  _: object,
  member: Member,
  core: NoticeNeeds,
): Promise<{ effectiveAt: Date } | "untold" | NotTold> {
  const { account } = member.signedIn
  const change = await core.phoneChanges.open(account.id)
  if (!change?.newProvedAt) return refuse({ kind: "not-found" })
  if (change.effectiveAt) return { effectiveAt: change.effectiveAt }
  const told = await noticeOfDelay(account, change, member, core)
  if (isRefusal(told)) return told.kind === "invalid-phone" ? "untold" : told
  const effectiveAt = after(core.now(), changeDelay)
  if (await core.phoneChanges.wait(change.id, told.noticeId, effectiveAt)) return { effectiveAt }
  // The sender's word that it did not arrive can be here before ours that it left.
  return (await core.phoneChanges.open(account.id))?.untoldAt ? "untold" : refuse({ kind: "not-found" })
}
