import type { Announced } from "@/lib/firewall/versions/document"
import type { PolicyProblem } from "@/lib/firewall/versions/problems"
import { settingOf, type Unit } from "@/lib/firewall/versions/settings"
import type { PolicyVersion } from "@/lib/firewall/versions/versions"
import { countryName } from "@/lib/web/console/words"
import type { FormProblem } from "@/lib/web/cookie"

const dollarsOf = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" })
const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 4 })

const units: Readonly<Record<Unit, (value: number) => string>> = {
  dollars: (value) => dollarsOf.format(value),
  share: (value) => `${plain.format(value * 100)}%`,
  factor: (value) => `${plain.format(value)} times`,
  texts: (value) => `${plain.format(value)} texts`,
  people: (value) => `${plain.format(value)} people`,
  minutes: (value) => `${plain.format(value)} minutes`,
}

/** A setting's value with its unit. */
export const valueWords = (value: number, unit: Unit): string => units[unit](value)

/** What a field of money, of a share or of a time is to be filled with. */
export const unitHints: Readonly<Record<Unit, string>> = {
  ...{
    dollars: "dollars",
    share: "a part of 1",
    factor: "times",
    texts: "texts",
    people: "people",
    minutes: "minutes",
  },
}

/** What is wrong with a policy, at its field. */
export function problemWords(problem: PolicyProblem): FormProblem {
  const [kind, id] = problem.at.split(":")
  const field = kind === "whitelabel" ? `whitelabel.${id}.hour` : problem.at
  const unit = settingOf(problem.at)?.unit ?? "dollars"
  return { field, message: messageOf(problem, unit) }
}

function messageOf(problem: PolicyProblem, unit: Unit): string {
  switch (problem.kind) {
    case "out-of-bounds":
      return `Enter ${valueWords(problem.least, unit)} to ${valueWords(problem.most, unit)}`
    case "over-ceiling":
      return `No budget passes the ceiling of a day, ${valueWords(problem.ceiling, "dollars")}. Enter less`
    case "hour-over-day":
      return "An hour may not cost more than its day. Enter less, or raise the day"
    case "wrong-order":
      return "Level 3 begins above level 2. Enter more, or lower level 2"
    case "no-countries":
      return "List at least one country"
    case "too-many-events":
      return "There are 20 events already. End one first"
  }
}

/** What a version did. */
export const kindWords: Readonly<Record<PolicyVersion["kind"], string>> = {
  values: "Values changed",
  announce: "Event announced",
  end: "Event ended",
  undo: "Gone back",
}

/** What an event is. */
export const eventWords = (event: Announced, nameOf: (whitelabelId: number) => string): string =>
  event.kind === "country"
    ? `${countryName(event.country)} (${event.country}) opens, ${plain.format(event.people)} people`
    : `${plain.format(event.people)} guests at ${nameOf(event.whitelabelId)}`

const done: Readonly<Record<string, string>> = {
  changed: "Saved. It holds on every server within 10 seconds.",
  announced: "Announced. It begins and ends by itself.",
  ended: "Ended. Every server follows within 10 seconds.",
  undone: "Undone. It holds on every server within 10 seconds.",
}

/** What `?done=` says on the page of the policy. */
export const policyDoneWords = (word: unknown): string | undefined =>
  typeof word === "string" && Object.hasOwn(done, word) ? done[word] : undefined

const refused: Readonly<Record<string, string>> = {
  moved: "Another operator changed the policy meanwhile. What you typed is kept: look at it again, and save it",
  "moved-by": "Another operator changed the policy meanwhile. Look at it, and press again if you still want to",
  gone: "This event is over already",
  "own-country":
    "Your own phone's country would get no messages, and you could not sign in any more. Keep it on the list",
  "not-possible": "This version does not fit the settings of today: a sum is above the ceiling, or out of its bounds",
  unreadable: "This version cannot be read by this program",
}

/** What `?refused=` says there. */
export const policyRefusedWords = (word: unknown): string | undefined =>
  typeof word === "string" && Object.hasOwn(refused, word) ? refused[word] : undefined
