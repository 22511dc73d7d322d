import { enter } from "@/lib/abuse/enter"
import type { PhoneNumber } from "@/lib/account/phone-number"
import { isRefusal, type Refusal } from "@/lib/refusal"
import type { Caller, Core } from "@/lib/sign-in/core"
import { type KeySent, knownBy, sendKeyedPin } from "@/lib/sign-in/send-keyed-pin"

/**
 * Sends a PIN to a phone that has an account, and a key to whoever asks. A phone that nobody has gets a key of the same
 * form by the same statements. Every key kills the one before it; within the wait between two nothing changes.
 */
export async function requestPin(
  { phone }: { phone: PhoneNumber },
  caller: Caller,
  core: Core,
): Promise<KeySent | Refusal> {
  const pass = await enter({ verb: "request-pin", action: "login" }, caller, core)
  if (isRefusal(pass)) return pass
  const account = await knownBy(phone, caller, core)
  return sendKeyedPin({ phone, holder: account ? { account } : "nobody" }, pass, caller, core)
}
