import { everyWhitelabel } from "@/lib/account/whitelabel"
import type { Operator } from "@/lib/console/operator"
import { changedBy } from "@/lib/firewall/versions/change"
import { type Announced, type PolicyDocument, untouched } from "@/lib/firewall/versions/document"
import { isOn, type Raise, raiseOf } from "@/lib/firewall/versions/events"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import { problemsOf } from "@/lib/firewall/versions/problems"
import { mostOf, type Setting, settings, valueIn } from "@/lib/firewall/versions/settings"
import type { PolicyVersion } from "@/lib/firewall/versions/versions"
import type { Core } from "@/lib/sign-in/core"
import { type Fields, fieldsOf, readChange } from "@/lib/web/console/policy-fields"
import { type Tried, tryOnPast } from "@/lib/web/console/policy-try"
import { policyDoneWords, policyRefusedWords, problemWords, valueWords } from "@/lib/web/console/policy-words"
import { nameOfOperator, type SeatView } from "@/lib/web/console/seats"
import type { FormProblem } from "@/lib/web/cookie"

export type { Announced, Raise, Setting, Tried }

/** A setting as the page shows it, in its own unit. */
export type SettingView = { setting: Setting; byFile: number; now: number; most: number }
export type EventView = { event: Announced; state: "on" | "to come" | "over"; raise: Raise }
export type VersionView = Omit<PolicyVersion, "document" | "by"> & { by: string; isReadable: boolean }

/** A change that was typed and not saved yet. */
export type Draft = {
  why: string
  /** What to post to save it: only what is changed. */
  fields: Fields
  changes: { label: string; from: string; to: string }[]
  event: EventView | undefined
  tried: Tried
}

/** Everything that the page of the policy shows. */
export type PolicyView = {
  done: string | undefined
  problems: FormProblem[]
  /** The number of the newest version; 0 where nothing was ever changed. */
  version: number
  isReadable: boolean
  ceiling: number
  settings: SettingView[]
  fields: Fields
  byFile: Fields
  whitelabels: { id: number; name: string }[]
  events: EventView[]
  versions: VersionView[]
  draft: Draft | undefined
}

const shownVersions = 30

/** The policy in force, its history, and what the page's address asks to try. */
export async function policyViewOf(
  asked: Record<string, unknown>,
  operator: Operator,
  seats: SeatView[],
  core: Core,
): Promise<PolicyView> {
  const { versions, kept } = core.policies
  const { base } = kept
  const now = core.now()
  const list = await versions.list(shownVersions)
  const newest = list[0]
  const document = newest?.document ?? untouched
  const whitelabels = everyWhitelabel()
  const about = { base, now, ids: whitelabels.map(({ id }) => id) }
  const inForce = fieldsOf(document, about)
  const typed = textsOf(asked)
  const { draft, problems } = await draftOf(typed, document, newest?.id ?? 0, { ...about, core })
  const refused = policyRefusedWords(asked.refused)
  const { policy } = inForceAt({ ...document, events: [] }, base, now)
  return {
    done: policyDoneWords(asked.done),
    problems: [...(refused ? [{ message: refused }] : []), ...problems],
    version: newest?.id ?? 0,
    isReadable: !newest || newest.document !== undefined,
    ceiling: base.ceiling,
    settings: settings.map((setting) => ({
      setting,
      byFile: valueIn(base.policy, setting),
      now: valueIn(policy, setting),
      most: mostOf(setting, base.ceiling),
    })),
    fields: typed.try ? { ...inForce, ...typed } : inForce,
    byFile: fieldsOf(untouched, about),
    whitelabels,
    events: document.events.map((event) => eventOf(event, document, { base, now })),
    versions: list.map(({ document: read, by, ...version }) => ({
      ...version,
      by: nameOfOperator(by, operator, seats),
      isReadable: read !== undefined,
    })),
    draft,
  }
}

type DraftNeeds = { base: Core["policies"]["kept"]["base"]; now: Date; ids: number[]; core: Core }

async function draftOf(typed: Fields, document: PolicyDocument, version: number, needs: DraftNeeds) {
  const { base, now, core } = needs
  if (!isTry(typed.try)) return { draft: undefined, problems: [] }
  // What was typed is a change of the version that its page showed.
  const shown =
    Number(typed.base) === version ? document : (await core.policies.versions.of(Number(typed.base) || 0))?.document
  const read = readChange(typed, { ...needs, document: shown ?? untouched })
  if (!("change" in read)) return { draft: undefined, problems: read.problems }
  const { change, why } = read
  const changed = changedBy(document, change, now) ?? document
  const problems = problemsOf(changed, base, now).map(problemWords)
  if (problems.length > 0) return { draft: undefined, problems }
  const event = change.kind === "announce" ? eventOf(change.event, document, { base, now }) : undefined
  const at = event ? event.event.from : now
  const tried = await tryOnPast(inForceAt(changed, base, at), typed[`${typed.try}.span`], core)
  const [before, then] = [fieldsOf(document, needs), fieldsOf(changed, needs)]
  const names = event ? eventFields(typed) : Object.keys(then).filter((name) => then[name] !== before[name])
  const posted = Object.fromEntries(names.map((name) => [name, (event ? typed : then)[name] ?? ""]))
  const draft: Draft = {
    why,
    fields: { ...posted, try: typed.try, [`${typed.try}.why`]: why, base: String(version) },
    changes: event ? [] : names.map((name) => changeOf(name, before, then)),
    event,
    tried,
  }
  return { draft, problems }
}

const isTry = (text: string | undefined): text is "values" | "crowd" | "country" =>
  text === "values" || text === "crowd" || text === "country"
const eventFields = (typed: Fields) => Object.keys(typed).filter((name) => name.startsWith(`${typed.try}.`))

const labels: Readonly<Record<string, string>> = {
  countries: "Countries that get messages",
  homeCountries: "Home countries",
}

function changeOf(name: string, before: Fields, then: Fields) {
  const [kind, id, of] = name.split(".")
  const setting = settings.find(({ key }) => key === name)
  const own = kind === "whitelabel" ? everyWhitelabel().find((one) => String(one.id) === id)?.name : undefined
  const label = setting
    ? `${setting.group}: ${setting.label}`
    : (labels[name] ?? `Budget of ${own}, ${of === "hour" ? "an hour" : "a day"}`)
  const words = (value: string | undefined) => {
    if (setting) return valueWords(Number(value), setting.unit)
    if (kind === "whitelabel") return value ? valueWords(Number(value), "dollars") : "as everybody"
    return value ?? ""
  }
  return { label, from: words(before[name]), to: words(then[name]) }
}

function eventOf(
  event: Announced,
  document: PolicyDocument,
  { base, now }: Pick<DraftNeeds, "base" | "now">,
): EventView {
  const state = isOn(event, now) ? "on" : event.from > now ? "to come" : "over"
  return { event, state, raise: raiseOf(event, inForceAt({ ...document, events: [] }, base, now).policy) }
}

/** The address's fields, each once, and no longer than a field may be. */
function textsOf(asked: Record<string, unknown>): Fields {
  const isText = (entry: [string, unknown]): entry is [string, string] =>
    typeof entry[1] === "string" && entry[1].length <= 254
  return Object.fromEntries(Object.entries(asked).filter(isText))
}
