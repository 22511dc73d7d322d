import type { EventKind } from "@/lib/account/event"
import { type DeedNeeds, noteDeed, type Operator } from "@/lib/console/operator"
import { changedBy, type PolicyChange } from "@/lib/firewall/versions/change"
import { untouched } from "@/lib/firewall/versions/document"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import { type PolicyProblem, problemsOf } from "@/lib/firewall/versions/problems"
import type { Core } from "@/lib/sign-in/core"

/** A change of the policy: of which version, what, and why. */
export type Proposal = { expected: number; change: PolicyChange; why: string }

/**
 * What became of it. `moved`: another operator was first, and nothing was changed. `gone`: there is nothing to end. `own-country`: the
 * operator could not sign in again to take it back.
 */
export type Changed = { kind: "changed"; id: number } | { kind: "moved" | "gone" | "own-country" } | NotPossible
type NotPossible = { kind: "not-possible"; problems: PolicyProblem[] }

type Needs = DeedNeeds & Pick<Core, "policies">

/** Makes the next version of the firewall's policy, if the one that the operator saw is the newest still. It holds everywhere in ten seconds. */
export async function changePolicy(
  { expected, change, why }: Proposal,
  operator: Operator,
  core: Needs,
): Promise<Changed> {
  const { versions, kept } = core.policies
  const at = core.now()
  const newest = await versions.newest()
  if ((newest?.id ?? 0) !== expected) return { kind: "moved" }
  const document = changedBy(newest?.document ?? untouched, change, at)
  if (!document) return { kind: "gone" }
  const problems = problemsOf(document, kept.base, at)
  if (problems.length > 0) return { kind: "not-possible", problems }
  const { countries } = inForceAt(document, kept.base, at)
  const { phoneCountry } = operator.signedIn.account
  if (phoneCountry && countries !== "all" && !countries.has(phoneCountry)) return { kind: "own-country" }
  const id = expected + 1
  const by = operator.signedIn.account.id
  if (!(await versions.append({ id, at, by, why, kind: change.kind, document }))) return { kind: "moved" }
  await noteDeed(deeds[change.kind], `version ${id}`, operator, core)
  await kept.refresh()
  return { kind: "changed", id }
}

const deeds = {
  values: "console-policy-changed",
  announce: "console-policy-event-announced",
  end: "console-policy-event-ended",
  undo: "console-policy-undone",
} as const satisfies Record<PolicyChange["kind"], EventKind>
