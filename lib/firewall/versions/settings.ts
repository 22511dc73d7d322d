import { dollars, toDollars } from "@/lib/firewall/money"
import type { FirewallPolicy } from "@/lib/firewall/policy"
import { minutes } from "@/lib/time"

/** What a setting is counted in. Money is in US dollars here, and in micros in the policy. */
export type Unit = "dollars" | "texts" | "share" | "factor" | "people" | "minutes"

/**
 * A threshold that an operator may change: where it stands in the policy, its bounds, and what it is for. `most` of a day's or an
 * hour's money is the ceiling that the environment sets.
 */
export type Setting = {
  key: string
  group: "Budgets" | "Unverified money" | "Growth" | "Breakers" | "Attack mode" | "One phone"
  label: string
  what: string
  unit: Unit
  least: number
  most: number | "ceiling"
}

const budget = (key: string, label: string, what: string): Setting => ({
  ...{ key, label, what, group: "Budgets", unit: "dollars", least: 1, most: "ceiling" },
})
const open = (key: string, label: string, what: string): Setting => ({
  ...{ key, label, what, group: "Unverified money", unit: "dollars", least: 0.5, most: 100 },
})
const breaker = (key: string, label: string, what: string, most: number): Setting => ({
  ...{ key, label, what, group: "Breakers", unit: "texts", least: 1, most },
})
const own = (key: string, label: string, what: string): Setting => ({
  ...{ key, label, what, group: "One phone", unit: "dollars", least: 0.01, most: 2 },
})
const spare = (key: string, label: string, what: string): Setting => ({
  ...{ key, label, what, group: "One phone", unit: "dollars", least: 0, most: 100 },
})

/** Every threshold that may be changed without a release, in the order of the page. The file keeps their defaults. */
export const settings: readonly Setting[] = [
  budget("budgets.all.hour", "All messages, an hour", "The most that an hour of text messages may cost."),
  budget("budgets.all.day", "All messages, a day", "The most that a day of text messages may cost."),
  budget("budgets.country.hour", "Each country, an hour", "Keeps one country from using up everybody's hour."),
  budget("budgets.country.day", "Each country, a day", "Keeps one country from using up everybody's day."),
  budget("budgets.whitelabel.hour", "Each whitelabel, an hour", "Keeps one whitelabel from using up everybody's hour."),
  budget("budgets.whitelabel.day", "Each whitelabel, a day", "Keeps one whitelabel from using up everybody's day."),
  budget(
    "whatsapp.hour",
    "WhatsApp, an hour",
    "The most that an hour of WhatsApp may cost, in all and in each country.",
  ),
  budget("whatsapp.day", "WhatsApp, a day", "The most that a day of WhatsApp may cost, in all and in each country."),
  {
    ...{ key: "knownShare", group: "Budgets", label: "Kept for known people", unit: "share", least: 0, most: 0.9 },
    what: "The part of every budget that newcomers cannot use.",
  },
  open("open.home.all", "Home countries together", "What newcomers at home may leave unverified in a day."),
  open("open.home.each", "Each home country", "The same for one country."),
  open("open.cheap.all", "Cheap home countries together", "The same where a text costs no more than a cent."),
  open("open.cheap.each", "Each cheap home country", "The same for one country."),
  open("open.elsewhere.all", "Other countries together", "What newcomers elsewhere may leave unverified in a day."),
  open("open.elsewhere.each", "Each other country", "The same for one country."),
  open("open.calls.all", "Calls together", "The same for calls, wherever they go."),
  open("open.calls.each", "Calls to each country", "The same for one country."),
  {
    ...{ key: "growth.factor", group: "Growth", label: "Growth in a day", unit: "factor", least: 1, most: 5 },
    what: "How many times the dearest of three days before a day may cost, above the sums below.",
  },
  {
    ...{ key: "growth.country", group: "Growth", label: "Each country", unit: "dollars", least: 1, most: 500 },
    what: "What a country that is not home may cost in a day in any case.",
  },
  {
    ...{ key: "growth.elsewhere", group: "Growth", label: "Other countries", unit: "dollars", least: 1, most: 500 },
    what: "What all countries that are not home may cost in a day in any case.",
  },
  {
    ...{ key: "growth.prefix", group: "Growth", label: "100,000 numbers", unit: "dollars", least: 0.1, most: 50 },
    what: "What one range of numbers may cost in a day in any case.",
  },
  {
    ...{ key: "provenAt", group: "Growth", label: "People who prove a country", unit: "people", least: 1, most: 1000 },
    what: "How many people verify before a country counts as home.",
  },
  breaker("block.free", "1,000 numbers at home", "Unverified texts to adjacent numbers before they are held up.", 200),
  breaker("prefix.free", "100,000 numbers at home", "The same in a wider range.", 1000),
  breaker("strangerBlock.free", "1,000 numbers elsewhere", "The same where a country is not home.", 200),
  breaker("strangerPrefix.free", "100,000 numbers elsewhere", "The same in a wider range.", 1000),
  breaker(
    "network.free",
    "A network with captcha",
    "Unverified texts of one network whose callers bring a token.",
    2000,
  ),
  breaker("strictNetwork.free", "A network without", "The same without a token.", 1000),
  breaker("wideNetwork.free", "Networks around it with captcha", "The same for a /24 or a /48.", 5000),
  breaker("strictWideNetwork.free", "Networks around it without", "The same without a token.", 2000),
  breaker("client.free", "A client", "Unverified texts of one app before it is held up.", 10_000),
  {
    ...{ key: "opinions.bad", group: "Breakers", label: "A bad opinion from", unit: "share", least: 0.5, most: 1 },
    what: "From which score on an outside service's opinion of a number is bad: what stands open around it then weighs more.",
  },
  {
    ...{ key: "opinions.price", group: "Breakers", label: "Twilio's opinion", unit: "dollars", least: 0.001, most: 1 },
    what: "What Twilio takes for its score of a number, where it is asked.",
  },
  breaker("strictLane.free", "Everybody without captcha", "Unverified texts before attack mode 1 begins.", 2000),
  {
    ...{
      key: "modes.2.money",
      group: "Attack mode",
      label: "Level 2 from",
      unit: "dollars",
      least: 1,
      most: "ceiling",
    },
    what: "Unverified money of about an hour from which newcomers need a home country.",
  },
  {
    ...{
      key: "modes.3.money",
      group: "Attack mode",
      label: "Level 3 from",
      unit: "dollars",
      least: 1,
      most: "ceiling",
    },
    what: "Unverified money of about an hour from which only known people get messages.",
  },
  {
    ...{ key: "modes.stay", group: "Attack mode", label: "Shortest time", unit: "minutes", least: 5, most: 240 },
    what: "No level ends sooner.",
  },
  own("own.newcomer.money", "A newcomer", "What texts to a newcomer's phone may cost in a day."),
  own("own.strangers.money", "Asked for by strangers", "What strangers may cause for a known person in a day."),
  own("own.owner.money", "A known device", "What a known person may cause on a known device in a day."),
  spare(
    "own.strangers.spare",
    "Spare, asked for by strangers",
    "What all known people of a country share beyond that.",
  ),
  spare("own.owner.spare", "Spare, on known devices", "The same for what they cause on known devices."),
]

const byKey: ReadonlyMap<string, Setting> = new Map(settings.map((setting) => [setting.key, setting]))

/** The setting of this key; undefined where there is none. */
export const settingOf = (key: string): Setting | undefined => byKey.get(key)

/** What a setting is in this policy, in the setting's unit. */
export function valueIn(policy: FirewallPolicy, { key, unit }: Setting): number {
  const found = key.split(".").reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], policy)
  if (typeof found !== "number") throw new Error(`there is no threshold ${key}`)
  return unit === "dollars" ? toDollars(found) : unit === "minutes" ? found / minutes(1) : found
}

/** The policy with this value, in the setting's unit, in the setting's place. */
export function withValue(policy: FirewallPolicy, { key, unit }: Setting, value: number): FirewallPolicy {
  const stored = unit === "dollars" ? dollars(value) : unit === "minutes" ? minutes(value) : value
  return put(policy, key.split("."), stored) as FirewallPolicy
}

function put(from: object, [name = "", ...rest]: string[], value: number): object {
  const inside = (from as Record<string, object>)[name]
  return { ...from, [name]: rest.length > 0 && inside ? put(inside, rest, value) : value }
}

/** The most that a setting may be under this ceiling of a day, in dollars. */
export const mostOf = ({ most }: Setting, ceiling: number): number => (most === "ceiling" ? ceiling : most)
