import type { Theme } from "@/lib/account/theme"
import { everyWhitelabel } from "@/lib/account/whitelabel"
import { contractRuleNames } from "@/lib/firewall/admit"
import { budgetsOf } from "@/lib/firewall/books/budget"
import { type Mode, peace } from "@/lib/firewall/books/mode"
import type { Cursor, LedgerEntry, ModeRecord, RuleTraffic, Textless } from "@/lib/firewall/console"
import type { Micros } from "@/lib/firewall/money"
import type { ListEntry } from "@/lib/firewall/operator-list"
import { priceOf } from "@/lib/firewall/price"
import type { Traffic } from "@/lib/firewall/traffic"
import type { Core } from "@/lib/sign-in/core"
import { after, dayOf, days, hours } from "@/lib/time"
import { type Alike, groupAlike } from "@/lib/web/console/alike"
import { type ConsoleQuery, spans } from "@/lib/web/console/query"
import { type DayView, type Forecast, forecastOf, lastDays, together } from "@/lib/web/console/spend"
import { consoleDoneWords } from "@/lib/web/console/words"

export type { Alike, DayView, Forecast, LedgerEntry, ListEntry, Micros, Mode, ModeRecord, RuleTraffic, Traffic }

/** One of the budgets for all messages. What newcomers may use of it is less, so that known people can always sign in. */
export type BudgetView = { name: "hour" | "day"; spent: Micros; limit: Micros; newcomers: Micros; endsAt: Date }
export type HourView = Traffic & { at: Date }

export type WithoutText = { signIns: number; saved: Micros }

/** What refusals saved. `late` refusals, whose message left within the hour after all, saved nothing. */
export type Saved = {
  /** By the firewall's own rules, which a captcha and 10 requests in 5 minutes per address would not have refused. */
  firewall: Micros
  /** By the waits, caps and countries that the contracts ask for. */
  contracts: Micros
  /** What the firewall would have saved more, had it not only observed. */
  missed: Micros
}

/** Everything that the console shows. It identifies no one. */
export type ConsoleView = {
  madeAt: Date
  enforces: boolean
  query: ConsoleQuery
  done: string | undefined
  budgets: BudgetView[]
  today: Traffic
  month: Traffic
  /** Undefined before the first whole day. */
  forecast: Forecast | undefined
  /** The last 30 days, in UTC, oldest first; the last is not over. `whole` is all of them together. */
  days: DayView[]
  whole: Traffic
  /** The last 24 hours by the clock, oldest first; the last is not over. */
  hours: HourView[]
  saved: Saved
  /** Sign-ins by passkey in the last 30 days, and what texts would have cost in their place. */
  passkeys: WithoutText
  /** The same by trusted devices. */
  trusted: WithoutText
  countries: (Traffic & { country: string })[]
  rules: RuleTraffic[]
  mode: Mode
  modes: ModeRecord[]
  list: readonly ListEntry[]
  themes: readonly Theme[]
  whitelabels: { id: number; name: string }[]
  decisions: Alike[]
  /** Where older ones begin; undefined where there are none. */
  older: Cursor | undefined
}

const pageLength = 25
/** Of how many decisions those groups are made at most. */
const readAtOnce = 500
const shownDays = 30

/** The console as it is now. */
export async function consoleViewOf(query: ConsoleQuery, done: unknown, core: Core): Promise<ConsoleView> {
  const { console: ledger, firewall } = core
  const now = core.now()
  const since = after(now, -spans[query.span].length)
  const firstHour = after(new Date(`${now.toISOString().slice(0, 13)}:00:00Z`), -hours(23))
  const monthBegan = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth()))
  const [budgets, byDay, byHour, countries, withoutText, rules, modes, list, themes, decisions] = await Promise.all([
    budgetsNow(core, now),
    // One day more than is shown: the first of a month that has 31.
    ledger.byDay(after(dayOf(now), -days(shownDays))),
    ledger.byHour(firstHour),
    ledger.byCountry(since),
    ledger.withoutText(after(dayOf(now), -days(shownDays - 1))),
    ledger.byRule(since),
    ledger.modes(20),
    firewall.lists.read(),
    core.themes.all(),
    ledger.decisions({ outcome: query.outcome, before: query.before, most: readAtOnce }),
  ])
  const { groups, last } = groupAlike(decisions, pageLength)
  const shown = lastDays(shownDays, byDay, now)
  return {
    today: shown.at(-1) as DayView,
    month: together(byDay.filter(({ at }) => at >= monthBegan)),
    forecast: forecastOf(byDay, now),
    ...{ days: shown, whole: together(shown) },
    ...{ madeAt: now, enforces: firewall.enforce, query, done: consoleDoneWords(done) },
    ...{ budgets, countries, rules, modes, list, themes },
    whitelabels: everyWhitelabel(),
    hours: allHours(firstHour, byHour),
    saved: savedBy(rules),
    passkeys: savedInPlace("signed-in-with-passkey", withoutText, core),
    trusted: savedInPlace("signed-in-on-trusted-device", withoutText, core),
    mode: modes[0] ?? peace(now),
    decisions: groups,
    older: last && (last.id !== decisions.at(-1)?.id || decisions.length === readAtOnce) ? last : undefined,
  }
}

function savedInPlace(by: Textless["by"], all: Textless[], { firewall: { policy } }: Core): WithoutText {
  const these = all.filter((one) => one.by === by)
  return {
    signIns: these.reduce((sum, { signIns }) => sum + signIns, 0),
    saved: these.reduce((sum, { country, signIns }) => sum + signIns * priceOf(country, policy.prices), 0),
  }
}

/** The budgets of everybody's messages, against which each message was reserved before it left. */
async function budgetsNow({ console: ledger, firewall: { policy } }: Core, at: Date): Promise<BudgetView[]> {
  const [hour, day] = budgetsOf({ at, channel: "sms", country: undefined, whitelabelId: 0 }, policy)
  const both = [
    { ...hour, which: "hour" as const },
    { ...day, which: "day" as const },
  ]
  const spent = await ledger.spentOf(both.map(({ name = "" }) => name))
  return both.map(({ which, name = "", limit = 0, endsAt = at }) => ({
    ...{ name: which, limit, endsAt, spent: spent.get(name) ?? 0 },
    newcomers: Math.floor(limit * (1 - policy.knownShare)),
  }))
}

function allHours(first: Date, found: HourView[]): HourView[] {
  const none = { asked: 0, sent: 0, verified: 0, refused: 0, spent: 0 }
  return Array.from({ length: 24 }, (_, place) => after(first, hours(place))).map(
    (at) => found.find((hour) => hour.at.getTime() === at.getTime()) ?? { ...none, at },
  )
}

function savedBy(rules: RuleTraffic[]): Saved {
  const isContract = ({ rule }: RuleTraffic) => contractRuleNames.includes(rule)
  const sum = (some: RuleTraffic[], what: "saved" | "passedPrice") => some.reduce((all, rule) => all + rule[what], 0)
  return {
    firewall: sum(
      rules.filter((rule) => !isContract(rule)),
      "saved",
    ),
    contracts: sum(rules.filter(isContract), "saved"),
    missed: sum(rules, "passedPrice"),
  }
}
