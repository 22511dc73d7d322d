import { describe, expect, test } from "vitest"
import { dollars } from "@/lib/firewall/money"
import { firewallPolicy } from "@/lib/firewall/policy"
import { changedBy } from "@/lib/firewall/versions/change"
import { type Announced, readDocument, untouched } from "@/lib/firewall/versions/document"
import { inForceAt } from "@/lib/firewall/versions/in-force"
import { problemsOf } from "@/lib/firewall/versions/problems"
import { mostOf, settings, valueIn, withValue } from "@/lib/firewall/versions/settings"
import { after, hours } from "@/lib/time"

const base = { policy: firewallPolicy, countries: new Set(["US", "HK"]), ceiling: 1200 }
const now = new Date("2026-11-27T12:00:00Z")
const document = (changes: object) => ({ ...untouched, ...changes })
const gala: Announced = {
  ...{ id: "1", name: "Gala", kind: "crowd", people: 500, whitelabelId: 4 },
  ...{ from: after(now, hours(1)), until: after(now, hours(5)) },
}

describe("settings", () => {
  test.each(settings)("$key stands in the policy, and its default lies within its bounds", (setting) => {
    const value = valueIn(firewallPolicy, setting)
    expect(value).toBeGreaterThanOrEqual(setting.least)
    expect(value).toBeLessThanOrEqual(mostOf(setting, base.ceiling))
    const changed = withValue(firewallPolicy, setting, setting.least)
    expect(valueIn(changed, setting)).toBe(setting.least)
    expect(withValue(changed, setting, value)).toEqual(firewallPolicy)
  })

  test("nothing changes where no operator changed anything", () => {
    expect(inForceAt(untouched, base, now)).toEqual({ policy: firewallPolicy, countries: base.countries })
  })

  test.each([
    [{ settings: { "block.free": 0 } }, { at: "block.free", kind: "out-of-bounds", least: 1, most: 200 }],
    [{ settings: { "budgets.all.day": 1201 } }, { at: "budgets.all.day", kind: "over-ceiling", ceiling: 1200 }],
    [{ settings: { "budgets.all.day": 200 } }, { at: "budgets.all.hour", kind: "hour-over-day" }],
    [{ settings: { "modes.2.money": 150 } }, { at: "modes.3.money", kind: "wrong-order" }],
    [{ whitelabels: { 4: { hour: 9, day: 8 } } }, { at: "whitelabel:4", kind: "hour-over-day" }],
    [{ whitelabels: { 4: { hour: 9, day: 1300 } } }, { at: "whitelabel:4", kind: "over-ceiling", ceiling: 1200 }],
    [{ countries: [] }, { at: "countries", kind: "no-countries" }],
    [{ events: Array(21).fill(gala) }, { at: "events", kind: "too-many-events" }],
  ])("%j is refused", (changes, problem) => {
    expect(problemsOf(document(changes), base, now)).toContainEqual(problem)
  })

  test("a whitelabel's own budget is its alone, and what is changed back is as the file has it", () => {
    const values = {
      kind: "values",
      settings: { "growth.factor": 2 },
      whitelabels: { 4: { hour: 10, day: 20 } },
    } as const
    const changed = changedBy(untouched, { ...values, countries: ["HK"] }, now) ?? untouched
    const { policy, countries } = inForceAt(changed, base, now)
    expect(policy.growth.factor).toBe(2)
    expect(policy.special).toEqual({ "whitelabel:4": { hour: dollars(10), day: dollars(20) } })
    expect(countries).toEqual(new Set(["HK"]))
    const back = {
      kind: "values",
      settings: { "growth.factor": null },
      whitelabels: { 4: null },
      countries: null,
    } as const
    expect(changedBy(changed, back, now)).toEqual(untouched)
  })
})

describe("an announced event", () => {
  const announced = changedBy(untouched, { kind: "announce", event: gala }, now) ?? untouched
  const at = (time: Date) => inForceAt(announced, base, time)

  test("raises what it needs from its beginning until its end, and no other whitelabel", () => {
    expect(at(now).policy).toEqual(firewallPolicy)
    const { budgets, special, open } = at(gala.from).policy
    // 1.5 texts for each of 500, at Hong Kong's price, which is the dearest of home.
    const money = 750 * dollars(0.0723)
    expect(budgets.all.day).toBe(firewallPolicy.budgets.all.day + money)
    expect(budgets.whitelabel).toEqual(firewallPolicy.budgets.whitelabel)
    expect(special?.["whitelabel:4"]?.hour).toBe(firewallPolicy.budgets.whitelabel.hour + money)
    expect(special?.["whitelabel:1"]).toBeUndefined()
    expect(open.home.each).toBe(firewallPolicy.open.home.each + 100 * dollars(0.0723))
    expect(open.elsewhere).toEqual(firewallPolicy.open.elsewhere)
    expect(at(gala.until).policy).toEqual(firewallPolicy)
  })

  test("passes no day's ceiling, however many people it is for", () => {
    const huge = { ...gala, people: 1_000_000 }
    const { policy } = inForceAt(document({ events: [huge] }), base, gala.from)
    const all = [...Object.values(policy.budgets), ...Object.values(policy.special ?? {})]
    for (const { hour, day } of all) expect(Math.max(hour, day)).toBeLessThanOrEqual(dollars(1200))
  })

  test("opens a country for its time, which is judged as home then", () => {
    const opening: Announced = { ...gala, kind: "country", country: "SG" }
    const { policy, countries } = inForceAt(document({ events: [opening] }), base, gala.from)
    expect(countries).toEqual(new Set(["US", "HK", "SG"]))
    expect(policy.homeCountries).toContain("SG")
    expect(policy.special?.["country:SG"]?.day).toBeGreaterThan(firewallPolicy.budgets.country.day)
    expect(inForceAt(document({ events: [opening] }), base, gala.until).countries).toEqual(base.countries)
  })

  test("ends at once by hand, and leaves no trace where it had not begun", () => {
    const end = { kind: "end", event: "1" } as const
    expect(changedBy(announced, end, now)).toEqual(untouched)
    const later = after(gala.from, hours(1))
    const ended = changedBy(announced, end, later) ?? untouched
    expect(ended.events).toEqual([{ ...gala, until: later }])
    expect(inForceAt(ended, base, later).policy).toEqual(firewallPolicy)
    expect(changedBy(ended, end, after(later, 1))).toBeUndefined()
  })
})

describe("a version's row", () => {
  test("is read as it was written", () => {
    const whole = {
      settings: { "block.free": 5 },
      countries: ["HK"],
      whitelabels: { 4: { hour: 1, day: 2 } },
      events: [gala],
    }
    expect(readDocument(JSON.parse(JSON.stringify(whole)))).toEqual(whole)
  })

  const malformed: unknown[] = [
    null,
    [],
    "text",
    { settings: { "block.fre": 3 } },
    { settings: { "block.free": "3" } },
    { settings: { "block.free": 100_000 } },
    { settings: { "budgets.all.day": -1 } },
    { settings: { constructor: 1 } },
    { countries: ["Hong Kong"] },
    { countries: [] },
    { whitelabels: { 4: { hour: 1 } } },
    { events: [{ ...gala, until: gala.from }] },
    { events: [{ ...gala, from: "soon" }] },
    { events: [{ ...gala, kind: "party" }] },
    { more: true },
  ]
  test.each(malformed.map((json) => ({ json })))("$json is read as none", ({ json }) => {
    expect(readDocument(json)).toBeUndefined()
  })
})
