import { mostOf, settingOf } from "@/lib/firewall/versions/settings"

/** A budget in US dollars. */
export type BudgetInDollars = { hour: number; day: number }

/** What an operator announced: more people than usual at a whitelabel, or a country that opens. It ends by itself. */
export type Announced = {
  id: string
  name: string
  from: Date
  until: Date
  /** How many people are expected. */
  people: number
} & ({ kind: "crowd"; whitelabelId: number } | { kind: "country"; country: string })

/** Everything that operators have changed, whole: what it does not name is as the file has it. */
export type PolicyDocument = {
  /** By a setting's key, in its unit. */
  settings: Readonly<Record<string, number>>
  /** The countries whose numbers get messages, and those that are home. */
  countries?: readonly string[]
  homeCountries?: readonly string[]
  /** Budgets of whitelabels that have their own, by id. */
  whitelabels: Readonly<Record<string, BudgetInDollars>>
  events: readonly Announced[]
}

/** What no operator has touched. */
export const untouched: PolicyDocument = { settings: {}, whitelabels: {}, events: [] }

/** How many announced events a version may hold. */
export const mostEvents = 20

/**
 * Reads what a version's row, or a file, holds. Undefined where any of it is malformed, out of its bounds, or unknown to this program:
 * half a policy is none. A sum above the ceiling is read; it is not passed when the policy is made.
 */
export function readDocument(json: unknown): PolicyDocument | undefined {
  if (!isObject(json)) return undefined
  const { settings = {}, countries, homeCountries, whitelabels = {}, events = [], ...unknown } = json
  if (Object.keys(unknown).length > 0 || !isObject(settings) || !isObject(whitelabels) || !Array.isArray(events))
    return undefined
  const read = events.map(readEvent)
  const isRead =
    Object.entries(settings).every(([key, value]) => isSetting(key, value)) &&
    [countries, homeCountries].every((list) => list === undefined || isCountries(list)) &&
    Object.entries(whitelabels).every(([id, value]) => /^\d{1,9}$/.test(id) && isBudget(value)) &&
    events.length <= mostEvents &&
    !read.includes(undefined)
  return isRead ? ({ ...json, settings, whitelabels, events: read } as PolicyDocument) : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const isAmount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0
const isText = (value: unknown, most: number): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= most
const isCountry = (value: unknown) => typeof value === "string" && /^[A-Z]{2}$/.test(value)
const isCountries = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isCountry)

function isSetting(key: string, value: unknown): boolean {
  const setting = settingOf(key)
  return setting !== undefined && isAmount(value) && value >= setting.least && value <= mostOf(setting, Infinity)
}

const isBudget = (value: unknown) => isObject(value) && isAmount(value.hour) && isAmount(value.day)

function readEvent(json: unknown): Announced | undefined {
  if (!isObject(json)) return undefined
  const { id, name, kind, people, whitelabelId, country } = json
  const [from, until] = [new Date(String(json.from)), new Date(String(json.until))]
  // A moment that is none compares as false.
  if (!(isText(id, 64) && isText(name, 80) && isAmount(people) && from < until)) return undefined
  const about = { id, name, from, until, people }
  if (kind === "crowd") return isAmount(whitelabelId) ? { ...about, kind, whitelabelId } : undefined
  return kind === "country" && isCountry(country) ? { ...about, kind, country: String(country) } : undefined
}
