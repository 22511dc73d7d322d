import type { Addressee } from "@/lib/account/addressee"
import { deviceKnownFor } from "@/lib/challenge/guess-policy"
import type { Pass } from "@/lib/firewall/pass"
import type { Whose } from "@/lib/firewall/whose"
import type { Owner } from "@/lib/session/session"
import type { Core } from "@/lib/sign-in/core"
import { type SettleNeeds, settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { after } from "@/lib/time"

/** Whom a name finds, and whose request it is. */
export type Found = Addressee & { whose: Whose }

/** What looking somebody up needs. */
export type LookUpNeeds = Pick<Core, "addressees" | "now">

/** Whom the name finds that a caller typed, in one statement, and whether the caller's device is one of theirs. */
export async function addresseeOf(owner: Owner, { shown }: Pass, { addressees, now }: LookUpNeeds): Promise<Found> {
  const at = now()
  const found = await addressees.find(owner, shown, at, after(at, -deviceKnownFor))
  return { ...found, whose: found.isKnownDevice ? "home" : "stranger" }
}

/** The same, with the phone that the account has by now. A change that is due takes effect first; almost always none is. */
export async function settledAddresseeOf(owner: Owner, pass: Pass, core: LookUpNeeds & SettleNeeds): Promise<Found> {
  const found = await addresseeOf(owner, pass, core)
  if (!found.account || !found.isChangeDue) return found
  await settlePhoneChange(found.account, core)
  return addresseeOf(owner, pass, core)
}
