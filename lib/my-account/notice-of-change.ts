import type { Account } from "@/lib/account/account"
import type { PhoneChange } from "@/lib/account/phone-change"
import { senderNameOf } from "@/lib/account/theme"
import { changeComes, changeDone } from "@/lib/delivery/change-text"
import { type DeliveryNeeds, deliver } from "@/lib/delivery/deliver"
import { type AdmitNeeds, admit, type NotAdmitted } from "@/lib/firewall/admit"
import type { DoorNeeds } from "@/lib/firewall/enter"
import type { NoEntry } from "@/lib/firewall/pass"
import { enterToChange, oldPhoneOf } from "@/lib/my-account/change-phone"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Core, Member } from "@/lib/sign-in/core"

/** What a notice needs. */
export type NoticeNeeds = DoorNeeds & AdmitNeeds & DeliveryNeeds & Pick<Core, "phoneChanges" | "host" | "themes">

/** Why the old phone was not told. */
export type NotTold = NoEntry | NotAdmitted | No<"not-found" | "invalid-phone">

/** Tells the old phone that the change is done. Its owner has just confirmed it there: no message is no harm. */
export async function noticeOfChange(account: Account, member: Member, core: NoticeNeeds): Promise<void> {
  await notify(account, changeDone, member, core)
}

/**
 * Tells the old phone that it will be replaced, and how to stop that. Answers the notice's name. Refuses where the old phone
 * cannot be told, with `invalid-phone` where no message reaches it: the number is none, is out of service, or wants none.
 */
export async function noticeOfDelay(
  account: Account,
  change: PhoneChange,
  member: Member,
  core: NoticeNeeds,
): Promise<{ noticeId: string } | NotTold> {
  // Named before it leaves: news of it may come before the sender's answer does.
  const name = (noticeId: string) => core.phoneChanges.notify(change.id, noticeId)
  return notify(account, changeComes, member, core, name)
}

async function notify(
  account: Account,
  says: typeof changeComes,
  member: Member,
  core: NoticeNeeds,
  name = async (_: string) => true,
): Promise<{ noticeId: string } | NotTold> {
  const { id, whitelabelId } = account
  const pass = await enterToChange(member, core)
  if (isRefusal(pass)) return pass
  const phone = oldPhoneOf(account)
  const admission = await admit(
    { pass, channel: "sms", subject: `change-notice\n${id}`, phone, to: "known", whose: "home", whitelabelId },
    core,
  )
  if (isRefusal(admission)) return admission
  const { id: noticeId } = admission
  if (!(await name(noticeId))) {
    await admission.withdraw()
    return refuse({ kind: "not-found" })
  }
  const sender = senderNameOf(whitelabelId, core.themes)
  const language = account.language ?? "en"
  const body = says({ host: core.host, sender, language })
  const refusal = await deliver(admission, { channel: "sms", to: phone.e164, body, pin: "", language }, core)
  if (refusal?.kind === "invalid-phone") await core.phoneChanges.untold(noticeId, core.now())
  return refusal ?? { noticeId }
}
