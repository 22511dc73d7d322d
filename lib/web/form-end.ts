import type { Refusal } from "@/lib/refusal"
import type { EndedForm } from "@/lib/web/site"

type Outcome = { go: string; refusal?: Refusal } | { problems: unknown[] } | { refusal: Refusal; problems?: unknown[] }

/** How a form ended, as operators are told. */
export function endOf(outcome: Outcome): EndedForm {
  if ("refusal" in outcome && outcome.refusal) {
    const { refusal } = outcome
    return { outcome: "refused", reason: refusal.kind, ...("quota" in refusal && { rule: refusal.quota.name }) }
  }
  return "go" in outcome ? { outcome: "ok" } : { outcome: "invalid", reason: "invalid-fields" }
}
