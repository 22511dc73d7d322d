import { type CountryCode, isSupportedCountry } from "libphonenumber-js/mobile"
import { whitelabel } from "@/lib/account/whitelabel"
import type { PolicyBase } from "@/lib/firewall/versions/base"
import type { NewValues, PolicyChange } from "@/lib/firewall/versions/change"
import type { Announced, BudgetInDollars, PolicyDocument } from "@/lib/firewall/versions/document"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import { settings, valueIn } from "@/lib/firewall/versions/settings"
import { after, days } from "@/lib/time"
import type { FormProblem } from "@/lib/web/cookie"

/** What an operator typed, by field: the same in the page's address, where it is tried, and in the form that saves it. */
export type Fields = Readonly<Record<string, string>>

/** A change as it was typed, or what is wrong with it. */
export type Typed = { change: PolicyChange; why: string; problems: [] } | { problems: FormProblem[] }

type About = { document: PolicyDocument; base: PolicyBase; now: Date }

/** The fields of whatever a change may be made of. */
export const whitelabelField = (id: number, of: "hour" | "day"): string => `whitelabel.${id}.${of}`

/** What the fields are filled with, where this document is in force. */
export function fieldsOf(
  document: PolicyDocument,
  { base, now, ids }: Omit<About, "document"> & { ids: number[] },
): Fields {
  const { policy, countries } = inForceAt(
    { ...document, events: [] },
    { ...base, ceiling: Number.MAX_SAFE_INTEGER },
    now,
  )
  const own = (id: number) => document.whitelabels[id]
  return {
    ...Object.fromEntries(settings.map((setting) => [setting.key, String(valueIn(policy, setting))])),
    ...Object.fromEntries(
      ids.flatMap((id) =>
        (["hour", "day"] as const).map((of) => [whitelabelField(id, of), String(own(id)?.[of] ?? "")]),
      ),
    ),
    countries: countries === "all" ? "*" : [...countries].join(", "),
    homeCountries: policy.homeCountries.join(", "),
  }
}

/** Reads a change. What is as `document` has it is no change, so that another operator's is not undone by an old page. */
export function readChange(fields: Fields, about: About & { ids: number[] }): Typed {
  const problems: FormProblem[] = []
  const wrong = (field: string, message: string) => void problems.push({ field, message })
  const change = fields.try === "values" ? readValues(fields, about, wrong) : readEvent(fields, about.now, wrong)
  const why = (fields[`${fields.try}.why`] ?? "").trim()
  if (!/^[^\p{C}]{3,200}$/u.test(why)) wrong(`${fields.try}.why`, "Say why, in 3 to 200 characters")
  return problems.length > 0 ? { problems } : { change, why, problems: [] }
}

type Wrong = (field: string, message: string) => void

const isNumber = (text: string) => /^\d{1,9}(\.\d{1,4})?$/.test(text)

function readValues(
  fields: Fields,
  { document, base, now, ids }: About & { ids: number[] },
  wrong: Wrong,
): PolicyChange {
  const [old, byFile] = [
    fieldsOf(document, { base, now, ids }),
    fieldsOf({ ...document, settings: {} }, { base, now, ids }),
  ]
  const isChanged = (name: string) => fields[name] !== undefined && fields[name].trim() !== old[name]
  const number = (name: string) => {
    const text = (fields[name] ?? "").trim()
    if (!isNumber(text)) wrong(name, "Enter a number, like 12 or 0.5")
    return Number(text)
  }
  const changedSettings = settings
    .filter(({ key }) => isChanged(key))
    .map(({ key }) => {
      const value = number(key)
      return [key, String(value) === byFile[key] ? null : value] as const
    })
  const whitelabels = ids
    .filter((id) => isChanged(whitelabelField(id, "hour")) || isChanged(whitelabelField(id, "day")))
    .map((id) => {
      const [hour, day] = (["hour", "day"] as const).map((of) => whitelabelField(id, of)) as [string, string]
      if (!fields[hour]?.trim() && !fields[day]?.trim()) return [id, null] as const
      return [id, { hour: number(hour), day: number(day) } satisfies BudgetInDollars] as const
    })
  const lists = Object.fromEntries(
    (["countries", "homeCountries"] as const)
      .filter(isChanged)
      .map((name) => [name, readCountries(name, fields, base, wrong)]),
  ) as Pick<NewValues, "countries" | "homeCountries">
  const count = changedSettings.length + whitelabels.length + Object.keys(lists).length
  if (count === 0) wrong("values", "Nothing is changed yet. Change a value first")
  return {
    ...{ kind: "values", settings: Object.fromEntries(changedSettings), whitelabels: Object.fromEntries(whitelabels) },
    ...lists,
  }
}

/** A list of ISO codes; null where it is as the settings of the server have it. */
function readCountries(name: "countries" | "homeCountries", fields: Fields, base: PolicyBase, wrong: Wrong) {
  const codes = [
    ...new Set(
      (fields[name] ?? "")
        .toUpperCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ]
  const byDefault = name === "countries" ? base.countries : new Set(base.policy.homeCountries)
  const isAll = codes.length === 1 && codes[0] === "*"
  if (isAll && byDefault === "all") return null
  if (codes.length === 0 || !codes.every((code) => isSupportedCountry(code as CountryCode)))
    wrong(name, "List countries by their ISO codes, like US, HK")
  return byDefault !== "all" && codes.length === byDefault.size && codes.every((code) => byDefault.has(code))
    ? null
    : codes
}

const longest = { crowd: days(7), country: days(31) }

function readEvent(fields: Fields, now: Date, wrong: Wrong): PolicyChange {
  const kind = fields.try === "country" ? "country" : "crowd"
  const field = (name: string) => `${kind}.${name}`
  const typed = (name: string) => (fields[field(name)] ?? "").trim()
  const time = (name: string) => {
    const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(typed(name))
    const at = new Date(isTime ? `${typed(name)}Z` : Number.NaN)
    if (Number.isNaN(at.getTime())) wrong(field(name), "Enter a day and a time, like 2026-11-27T19:00")
    return at
  }
  if (!/^[^\p{C}]{1,60}$/u.test(typed("name"))) wrong(field("name"), "Enter a name of 1 to 60 characters")
  const people = Number(typed("people"))
  if (!/^\d{1,6}$/.test(typed("people")) || people < 1 || people > 100_000)
    wrong(field("people"), "Enter how many people are expected: 1 to 100000")
  const [from, until] = [time("from"), time("until")]
  if (until <= now) wrong(field("until"), "This is over. Enter a time that is to come")
  else if (until <= from) wrong(field("until"), "It ends before it begins. Enter a later time")
  else if (until.getTime() - from.getTime() > longest[kind])
    wrong(field("until"), `It is too long. Enter an end at most ${longest[kind] / days(1)} days after its beginning`)
  if (from > after(now, days(90))) wrong(field("from"), "Enter a time within the next 90 days")
  const event = { id: "", name: typed("name"), from, until, people }
  return { kind: "announce", event: { ...event, ...placeOf(kind, typed, wrong) } }
}

function placeOf(kind: Announced["kind"], typed: (name: string) => string, wrong: Wrong) {
  if (kind === "country") {
    const country = typed("country").toUpperCase()
    if (!isSupportedCountry(country as CountryCode))
      wrong("country.country", "Enter a country by its ISO code, like SG")
    return { kind, country }
  }
  const whitelabelId = Number(typed("whitelabelId"))
  if (!whitelabel(whitelabelId)) wrong("crowd.whitelabelId", "Choose a whitelabel")
  return { kind, whitelabelId }
}
