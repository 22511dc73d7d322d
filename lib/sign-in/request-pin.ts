import type { PhoneNumber } from "@/lib/account/phone-number"
import type { NotAdmitted } from "@/lib/firewall/admit"
import type { NoEntry } from "@/lib/firewall/pass"
import { isRefusal } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type EnterNeeds, enterFor } from "@/lib/sign-in/steps/enter-for"
import { holderOf, type KeyedNeeds, type KeySent, sendKeyedPin } from "@/lib/sign-in/steps/send-keyed-pin"

/**
 * Sends a PIN to a phone that has an account or is about to have one, and a key to the caller. An unknown phone gets
 * a key of the same form by the same statements. A newcomer's details stay as they are: this is how they ask again. Every key kills the one before it; within the wait between two nothing changes.
 */
export async function requestPin(
  { phone }: { phone: PhoneNumber },
  caller: Caller,
  core: EnterNeeds & KeyedNeeds,
): Promise<KeySent | NoEntry | NotAdmitted> {
  const owner = { realm: caller.realm, kind: "phone", value: phone.e164 } as const
  const entered = await enterFor({ verb: "request-pin", action: "login" }, owner, caller, core)
  if (isRefusal(entered)) return entered
  return sendKeyedPin({ phone, holder: holderOf(entered, caller) }, entered.pass, caller, core)
}
