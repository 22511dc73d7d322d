import { admit } from "@/lib/abuse/admit"
import type { Account } from "@/lib/account/account"
import { changeComes, changeDone } from "@/lib/delivery/change-text"
import { deliver } from "@/lib/delivery/deliver"
import { isRefusal, type Refusal } from "@/lib/refusal"
import { enterToChange, oldPhoneOf } from "@/lib/sign-in/change-phone"
import type { Core, Member } from "@/lib/sign-in/core"

/** Tells the old phone that the change is done. Its owner has just confirmed it there: no message is no harm. */
export async function noticeOfChange(account: Account, member: Member, core: Core): Promise<void> {
  await notify(account, changeDone(core.host), member, core)
}

/** Tells the old phone that it will be replaced, and how to stop that. Refuses where it cannot be told. */
export async function noticeOfDelay(account: Account, member: Member, core: Core): Promise<Refusal | undefined> {
  return notify(account, changeComes(core.host), member, core)
}

async function notify(account: Account, body: string, member: Member, core: Core): Promise<Refusal | undefined> {
  const { id, whitelabelId } = account
  const pass = await enterToChange(member, core)
  if (isRefusal(pass)) return pass
  const phone = oldPhoneOf(account)
  const admission = await admit(
    { pass, subject: `change-notice\n${id}`, phone, to: "known", whose: "home", whitelabelId },
    core,
  )
  if (isRefusal(admission)) return admission
  return deliver(admission, { to: phone.e164, body, pin: "" }, core)
}
