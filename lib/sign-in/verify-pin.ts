import { parseEmail } from "@/lib/account/email"
import { defaultWhitelabel, whitelabel } from "@/lib/account/whitelabel"
import { parsePin } from "@/lib/challenge/typed-pin"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import type { Tokens } from "@/lib/sign-in/steps/mint"
import { type RedeemNeeds, redeemPin } from "@/lib/sign-in/steps/redeem-pin"
import { decoyFor } from "@/lib/sign-in/steps/spent-challenge"

export type VerifyPin = { email: string; pin: string; whitelabelId?: number | undefined }

type Refused = No<"invalid-email" | "invalid-field" | "limited" | "tries-spent" | "wrong-pin" | "email-taken">

/** Trades an email and the PIN that was sent for it for a session. An email without an account spends the tries of a decoy. */
export async function verifyPin(request: VerifyPin, caller: Caller, core: RedeemNeeds): Promise<Tokens | Refused> {
  const subject = parseEmail(request.email)
  if (!subject) return refuse({ kind: "invalid-email" })
  const pin = parsePin(request.pin)
  if (!pin) return refuse({ kind: "invalid-field", field: "pin", hint: "must be the 6 digits of the text message" })

  const whitelabelId = request.whitelabelId ?? defaultWhitelabel
  if (!whitelabel(whitelabelId)) return refuse({ kind: "invalid-field", field: "whitelabel", hint: "is not known" })

  const owner = { realm: caller.realm, kind: "email", value: subject } as const
  const unclaimed = { realm: caller.realm, subject, purpose: "sign-in", whitelabelId: defaultWhitelabel } as const
  const target = { decoy: decoyFor(unclaimed, core) }
  const opened = await redeemPin({ subject, owner, pin, whitelabelId, target }, caller, core)
  return isRefusal(opened) ? opened : opened.tokens
}
