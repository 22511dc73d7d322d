import type { Account } from "@/lib/account/account"
import type { Settled } from "@/lib/account/phone-change"
import type { Core } from "@/lib/sign-in/core"

/** What that needs. */
export type SettleNeeds = Pick<Core, "now" | "phoneChanges" | "events">

/**
 * Lets the account's change of phone take effect, if one is due: at every use of the account by sign-in or its owner's
 * page, so that no clock must run for it. Every session ends but the one that asked, whichever looks first. Answers whether it did.
 */
export async function settlePhoneChange({ id, realm }: Account, core: SettleNeeds): Promise<Settled | undefined> {
  const at = core.now()
  const settled = await core.phoneChanges.settle(id, at)
  if (settled) await core.events.append({ at, realm, kind: "phone-changed", accountId: id })
  return settled
}
