import { type DeedNeeds, noteDeed, type Operator } from "@/lib/console/operator"
import type { Core } from "@/lib/sign-in/core"

/**
 * Frees an operator's seat: their console closes at once, and the next account that signs in with the phone takes it. No one
 * frees their own, so that a second person has always looked. Freeing a free seat succeeds.
 */
export async function releaseOperator(
  { id }: { id: string },
  operator: Operator,
  core: DeedNeeds & Pick<Core, "operatorSeats">,
): Promise<"released" | "own"> {
  if (id === operator.signedIn.account.id) return "own"
  const at = core.now()
  if ((await core.operatorSeats.release(id, at)) === 0) return "released"
  await core.events.append({ at, realm: operator.realm, kind: "operator-released", accountId: id })
  await noteDeed("console-operator-released", `account ${id}`, operator, core)
  return "released"
}
