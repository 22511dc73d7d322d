import type { Announced, BudgetInDollars, PolicyDocument } from "@/lib/firewall/versions/document"
import { isOn } from "@/lib/firewall/versions/events"

/** Other values, by setting, whitelabel or list; null goes back to the file's. */
export type NewValues = {
  settings: Readonly<Record<string, number | null>>
  whitelabels: Readonly<Record<string, BudgetInDollars | null>>
  countries?: readonly string[] | null
  homeCountries?: readonly string[] | null
}

/** What an operator does to the policy. */
export type PolicyChange =
  | ({ kind: "values" } & NewValues)
  | { kind: "announce"; event: Announced }
  | { kind: "end"; event: string }
  | { kind: "undo"; document: PolicyDocument }

/**
 * The document after a change. Events that are over are left out, so that it does not grow. Undefined where there is nothing to end: the
 * event is over, or never was.
 */
export function changedBy(document: PolicyDocument, change: PolicyChange, now: Date): PolicyDocument | undefined {
  if (change.kind === "undo") return change.document
  const events = document.events.filter(({ until }) => until > now)
  if (change.kind === "announce") return { ...document, events: [...events, change.event] }
  if (change.kind === "end") {
    const ended = events.find(({ id }) => id === change.event)
    if (!ended) return undefined
    const others = events.filter((event) => event !== ended)
    // One that has not begun never was; one that is on keeps its beginning for the record.
    const over = isOn(ended, now) && ended.from < now ? [{ ...ended, until: now }] : []
    return { ...document, events: [...others, ...over] }
  }
  const { countries = document.countries, homeCountries = document.homeCountries } = change
  return {
    ...(countries && { countries }),
    ...(homeCountries && { homeCountries }),
    events,
    settings: merged(document.settings, change.settings),
    whitelabels: merged(document.whitelabels, change.whitelabels),
  }
}

function merged<Value>(old: Readonly<Record<string, Value>>, change: Readonly<Record<string, Value | null>>) {
  const all = Object.entries<Value | null>({ ...old, ...change })
  return Object.fromEntries(all.filter((entry): entry is [string, Value] => entry[1] !== null))
}
