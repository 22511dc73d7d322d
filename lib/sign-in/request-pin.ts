import type { PhoneNumber } from "@/lib/account/phone-number"
import { enter } from "@/lib/firewall/enter"
import { isRefusal, type Refusal } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { holderOf, type KeySent, sendKeyedPin } from "@/lib/sign-in/steps/send-keyed-pin"

/**
 * Sends a PIN to a phone that has an account or is about to have one, and a key to whoever asks. A phone that nobody has gets
 * a key of the same form by the same statements. A newcomer's details stay as they are: this is how they ask again. Every key kills the one before it; within the wait between two nothing changes.
 */
export async function requestPin(
  { phone }: { phone: PhoneNumber },
  caller: Caller,
  core: Core,
): Promise<KeySent | Refusal> {
  const pass = await enter({ verb: "request-pin", action: "login" }, caller, core)
  if (isRefusal(pass)) return pass
  return sendKeyedPin({ phone, holder: await holderOf(phone, pass, caller, core) }, pass, caller, core)
}
