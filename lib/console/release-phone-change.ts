import { changeDelay } from "@/lib/account/phone-change"
import { type DeedNeeds, noteDeed, type Operator } from "@/lib/console/operator"
import type { Core } from "@/lib/sign-in/core"
import { after } from "@/lib/time"

/**
 * Lets a change of phone wait its 72 hours though its notice could not reach the old phone: the operator has made sure of who
 * asks, which is the other proof. By the reference that the account's page shows; no one may release their own.
 */
export async function releasePhoneChange(
  { reference }: { reference: string },
  operator: Operator,
  core: DeedNeeds & Pick<Core, "phoneChanges">,
): Promise<"released" | "not-found"> {
  const at = core.now()
  const { id } = operator.signedIn.account
  const accountId = await core.phoneChanges.release(reference, id, after(at, changeDelay))
  if (!accountId) return "not-found"
  await core.events.append({ at, realm: operator.realm, kind: "phone-change-released", accountId })
  await noteDeed("console-phone-change-released", `change ${reference}`, operator, core)
  return "released"
}
