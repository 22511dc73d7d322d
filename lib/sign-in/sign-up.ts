import type { Applicant } from "@/lib/account/account"
import { parseOptionalName } from "@/lib/account/person-name"
import type { PhoneNumber } from "@/lib/account/phone-number"
import type { NotAdmitted } from "@/lib/firewall/admit"
import type { NoEntry } from "@/lib/firewall/pass"
import { isRefusal, type No, refuse } from "@/lib/refusal"
import type { Caller } from "@/lib/sign-in/core"
import { type EnterNeeds, enterFor } from "@/lib/sign-in/steps/enter-for"
import { holderOf, type KeyedNeeds, type KeySent, sendKeyedPin } from "@/lib/sign-in/steps/send-keyed-pin"

/** What a newcomer tells of themselves. Names may be empty. */
export type SignUp = { phone: PhoneNumber; firstName: string; lastName: string; address: Applicant["address"] }

type NotSent = NoEntry | NotAdmitted | No<"invalid-field">

/**
 * Takes a newcomer's details and sends a PIN to their phone. They have no account until it is verified: the details that
 * came with the key that is verified win. For a phone that has an account it is a sign-in, and the details are disregarded.
 */
export async function signUp(
  request: SignUp,
  caller: Caller,
  core: EnterNeeds & KeyedNeeds,
): Promise<KeySent | NotSent> {
  const applicant = readApplicant(request)
  if (isRefusal(applicant)) return applicant
  const { phone } = request
  const owner = { realm: caller.realm, kind: "phone", value: phone.e164 } as const
  const entered = await enterFor({ verb: "sign-up", action: "signup" }, owner, caller, core)
  if (isRefusal(entered)) return entered

  const held = holderOf(entered, caller)
  return sendKeyedPin(
    { phone, holder: "account" in held || caller.reservedFor ? held : { applicant, whose: held.whose } },
    entered.pass,
    caller,
    core,
  )
}

function readApplicant({ firstName, lastName, address, phone }: SignUp): Applicant | No<"invalid-field"> {
  const hint = "must be at most 100 characters, without control characters"
  const first = parseOptionalName(firstName)
  if (first === undefined) return refuse({ kind: "invalid-field", field: "firstName", hint })
  const last = parseOptionalName(lastName)
  if (last === undefined) return refuse({ kind: "invalid-field", field: "lastName", hint })
  return { firstName: first, lastName: last, phoneCountry: phone.country, ...(address && { address }) }
}
