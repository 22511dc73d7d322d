import { changePhone } from "@/lib/my-account/change-phone"
import { provePhone } from "@/lib/my-account/prove-phone"
import { isRefusal } from "@/lib/refusal"
import type { Member } from "@/lib/sign-in/core"
import { member } from "@/lib/testing/members"
import type { TestAuth } from "@/lib/testing/test-auth"
import { minutes } from "@/lib/time"

/** The phone that is to be somebody's next. */
export const nextPhone = "+13035559999"

/** Somebody, who joins for it or did before, whose change to the new phone has begun. */
export async function changing(auth: TestAuth, known?: Awaited<ReturnType<typeof member>>) {
  const pat = known ?? (await member(auth))
  auth.pass(minutes(1))
  const begun = await changePhone({ phone: nextPhone, country: "US" }, pat.caller, auth.core)
  if (isRefusal(begun)) throw new Error(begun.kind)
  const prove = (which: "old" | "new", pin = auth.pinFor(which === "new" ? nextPhone : pat.phone)) =>
    provePhone({ which, pin }, pat.caller, auth.core)
  return { ...pat, prove, phoneNow: () => phoneOf(auth, pat.caller) }
}

/** The phone that an account has by now. */
export const phoneOf = async ({ core }: TestAuth, { signedIn }: Member) =>
  (await core.accounts.byId(signedIn.account.id))?.phone
