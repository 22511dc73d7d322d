import type { Addressee } from "@/lib/account/addressee"
import { deviceKnownFor } from "@/lib/challenge/guess-policy"
import { type DoorNeeds, enter, type Visit } from "@/lib/firewall/enter"
import type { NoEntry, Pass } from "@/lib/firewall/pass"
import type { Whose } from "@/lib/firewall/whose"
import type { Limits } from "@/lib/limits/limits"
import { isRefusal } from "@/lib/refusal"
import { shownBy } from "@/lib/session/known-device"
import type { Owner } from "@/lib/session/session"
import type { Caller, Core } from "@/lib/sign-in/core"
import { type SettleNeeds, settlePhoneChange } from "@/lib/sign-in/steps/settle-phone-change"
import { after } from "@/lib/time"

/** A caller who was let in, the account that the typed name finds, and whose request it is. */
export type Entered = { pass: Pass; found: Addressee; whose: Whose }

/** What that needs. */
export type EnterNeeds = DoorNeeds & Pick<Core, "addressees">

/**
 * The door of what can cause a text message, and behind it whom a name finds and whether the caller's device is one of theirs. The
 * budget of the address and the look-up are one statement, where budgets are in Postgres; a caller with none left looks up no one.
 */
export async function enterFor(
  visit: Visit,
  owner: Owner,
  caller: Caller,
  core: EnterNeeds,
): Promise<Entered | NoEntry> {
  const shown = shownBy(caller)
  let found: Addressee | undefined
  const take: Limits["take"] = async (asked, now) => {
    const answer = await core.addressees.findFor(asked, owner, shown, now, after(now, -deviceKnownFor))
    if ("taken" in answer) return answer
    found = answer
    return { taken: true }
  }
  const pass = await enter(visit, caller, { ...core, limits: { ...core.limits, take } })
  if (isRefusal(pass)) return pass
  if (!found) throw new Error("a caller was let in without taking from a budget")
  return { pass, found, whose: whoseIs(found) }
}

/** The same, with the phone that the account has by now. A change that is due takes effect first; almost always none is. */
export async function enterForSettled(
  visit: Visit,
  owner: Owner,
  caller: Caller,
  core: EnterNeeds & SettleNeeds,
): Promise<Entered | NoEntry> {
  const entered = await enterFor(visit, owner, caller, core)
  if (isRefusal(entered) || !entered.found.account || !entered.found.isChangeDue) return entered
  await settlePhoneChange(entered.found.account, core)
  const at = core.now()
  const found = await core.addressees.find(owner, entered.pass.shown, at, after(at, -deviceKnownFor))
  return { pass: entered.pass, found, whose: whoseIs(found) }
}

const whoseIs = ({ isKnownDevice }: Addressee): Whose => (isKnownDevice ? "home" : "stranger")
