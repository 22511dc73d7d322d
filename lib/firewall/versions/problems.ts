import { toDollars } from "@/lib/firewall/money"
import type { PolicyBase } from "@/lib/firewall/versions/base"
import { mostEvents, type PolicyDocument } from "@/lib/firewall/versions/document"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import { mostOf, settingOf } from "@/lib/firewall/versions/settings"

/** Why a policy cannot be: `at` names the setting, the whitelabel or the list. */
export type PolicyProblem =
  | { at: string; kind: "out-of-bounds"; least: number; most: number }
  | { at: string; kind: "over-ceiling"; ceiling: number }
  | { at: string; kind: "hour-over-day" | "wrong-order" | "no-countries" | "too-many-events" }

/**
 * What is wrong with a document: a value out of its bounds, a sum above the ceiling of a day, an hour that may cost more than its day,
 * attack modes in the wrong order, nobody who may be texted.
 */
export function problemsOf(document: PolicyDocument, base: PolicyBase, now: Date): PolicyProblem[] {
  const { ceiling } = base
  const { policy } = inForceAt({ ...document, events: [] }, { ...base, ceiling: Number.MAX_SAFE_INTEGER }, now)
  const { budgets, modes, special = {} } = policy
  const named = [
    ...Object.entries(budgets).map(([name, budget]) => [`budgets.${name}.hour`, budget] as const),
    ...Object.entries(special),
  ]
  const touched = (...keys: string[]) => keys.some((key) => key in document.settings)
  return [
    ...Object.entries(document.settings).flatMap(([key, value]) => ofSetting(key, value, ceiling)),
    ...Object.entries(document.whitelabels)
      .filter(([, { hour, day }]) => Math.max(hour, day) > ceiling)
      .map(([id]) => ({ at: `whitelabel:${id}`, kind: "over-ceiling" as const, ceiling })),
    ...named
      .filter(([, { hour, day }]) => toDollars(hour) > toDollars(day))
      .map(([at]) => ({ at, kind: "hour-over-day" as const })),
    ...(touched("modes.2.money", "modes.3.money") && modes[2].money > modes[3].money
      ? [{ at: "modes.3.money", kind: "wrong-order" as const }]
      : []),
    ...(["countries", "homeCountries"] as const)
      .filter((at) => document[at]?.length === 0)
      .map((at) => ({ at, kind: "no-countries" as const })),
    ...(document.events.length > mostEvents ? [{ at: "events", kind: "too-many-events" as const }] : []),
  ]
}

function ofSetting(key: string, value: number, ceiling: number): PolicyProblem[] {
  const setting = settingOf(key)
  if (!setting) return []
  const { least, most } = { least: setting.least, most: mostOf(setting, ceiling) }
  if (setting.most === "ceiling" && value > ceiling) return [{ at: key, kind: "over-ceiling", ceiling }]
  return value >= least && value <= most ? [] : [{ at: key, kind: "out-of-bounds", least, most }]
}
