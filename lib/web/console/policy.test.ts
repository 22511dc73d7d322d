import { expect, test } from "vitest"
import { atConsole } from "@/lib/testing/operators"
import { elsewhere, person } from "@/lib/testing/people"
import { testDatabase } from "@/lib/testing/test-database"
import { after, hours } from "@/lib/time"
import { changePolicyForm, endEventForm, undoPolicyForm } from "@/lib/web/console/policy-forms"
import { policyViewOf } from "@/lib/web/console/policy-view"

/** An operator at the page of the policy: what it shows at an address, and its forms. */
async function atPolicy() {
  const there = await atConsole()
  const page = (asked: Record<string, unknown> = {}) => policyViewOf(asked, there.operator, [], there.auth.core)
  return { ...there, page }
}

const change = (fields: Record<string, string>, base = 0) => ({
  ...{ try: "values", "values.why": "a busy night", base: String(base) },
  ...fields,
})
const searchOf = (answer: object) =>
  Object.fromEntries(new URL(`https://a${"go" in answer ? answer.go : ""}`).searchParams)
const soon = (at: Date) => at.toISOString().slice(0, 16)

test("a change is tried on what really happened, and trying it changes nothing", async () => {
  const { auth, page } = await atPolicy()
  for (let number = 1; number < 4; number++)
    await auth.call("register", { body: person(number).details, address: elsewhere() })
  const { draft, problems, version } = await page(change({ countries: "US, HK" }))
  expect(problems).toEqual([])
  expect(draft?.changes).toEqual([{ label: "Countries that get messages", from: "US, CA, GB, HK", to: "US, HK" }])
  expect(draft?.tried.now.before).toMatchObject({ sent: 4, refused: 0 })
  expect(draft?.tried.changed.after).toMatchObject({ sent: 4, refused: 0 })
  const closing = await page(change({ countries: "HK", homeCountries: "HK" }))
  expect(closing.draft?.tried.changed).toMatchObject({ after: { sent: 0, refused: 4 }, wronged: [{ country: "US" }] })
  expect(version).toBe(0)
  expect((await page()).versions).toEqual([])
})

test.each([
  [{}, "values", "Nothing is changed yet"],
  [{ "client.free": "many" }, "client.free", "Enter a number"],
  [{ "client.free": "1e9" }, "client.free", "Enter a number"],
  [{ "client.free": "99999" }, "client.free", "Enter 1 texts to 10,000 texts"],
  [{ "budgets.all.day": "1201" }, "budgets.all.day", "No budget passes the ceiling"],
  [{ "budgets.all.hour": "700" }, "budgets.all.hour", "An hour may not cost more than its day"],
  [{ "modes.2.money": "150" }, "modes.3.money", "Level 3 begins above level 2"],
  [{ countries: "Hong Kong" }, "countries", "List countries by their ISO codes"],
  [{ countries: "*" }, "countries", "List countries by their ISO codes"],
  [{ "whitelabel.4.hour": "10" }, "whitelabel.4.day", "Enter a number"],
  [{ "whitelabel.4.hour": "10", "whitelabel.4.day": "5" }, "whitelabel.4.hour", "An hour may not cost more"],
  [{ "values.why": "", "client.free": "401" }, "values.why", "Say why"],
  [{ "values.why": "a \u202e b", "client.free": "401" }, "values.why", "Say why"],
])("%j is refused at its field, on the page and by the form", async (fields, field, words) => {
  const { page, post } = await atPolicy()
  const typed = change(fields)
  const problem = { field, message: expect.stringContaining(words) }
  expect((await page(typed)).problems).toContainEqual(expect.objectContaining(problem))
  const answer = await post(changePolicyForm, typed)
  const { problems, versions, fields: kept } = await page(searchOf(answer))
  expect(problems).toContainEqual(expect.objectContaining(problem))
  expect(kept).toMatchObject(fields)
  expect(versions).toEqual([])
})

test("an old page undoes nothing of another operator's change, and what was typed on it is kept", async () => {
  const { page, post } = await atPolicy()
  const [old] = [await page()]
  expect(await post(changePolicyForm, change({ "client.free": "401" }))).toEqual({ go: "/admin/policy?done=changed" })
  const late = { ...old.fields, ...change({ "prefix.free": "50" }) }
  const answer = await post(changePolicyForm, late)
  const { draft, problems } = await page(searchOf(answer))
  expect(problems[0]?.message).toContain("Another operator changed the policy meanwhile")
  expect(draft?.changes).toEqual([{ label: "Breakers: 100,000 numbers at home", from: "35 texts", to: "50 texts" }])
  await post(changePolicyForm, draft?.fields as Record<string, string>)
  const { fields, versions } = await page()
  expect(fields).toMatchObject({ "client.free": "401", "prefix.free": "50" })
  expect(versions.map(({ id, by, why }) => [id, by, why])).toEqual([
    [2, "You", "a busy night"],
    [1, "You", "a busy night"],
  ])
})

test("each change is one press from being undone, and every one is in the record", async () => {
  const { auth, page, post, deeds } = await atPolicy()
  await post(changePolicyForm, change({ "client.free": "401" }))
  const [from, until] = [soon(auth.now()), soon(after(auth.now(), hours(5)))]
  const gala = {
    "crowd.name": "Gala",
    "crowd.people": "500",
    "crowd.whitelabelId": "4",
    "crowd.from": from,
    "crowd.until": until,
  }
  const announcing = { try: "crowd", "crowd.why": "they told us", base: "1", ...gala }
  expect((await page(announcing)).draft?.event).toMatchObject({ state: "on", raise: { money: 54_225_000 } })
  expect(await post(changePolicyForm, announcing)).toEqual({ go: "/admin/policy?done=announced" })
  const { events } = await page()
  expect(events).toMatchObject([{ state: "on", event: { name: "Gala", people: 500 } }])
  const end = { event: events[0]?.event.id ?? "", expected: "2" }
  expect(await post(endEventForm, end)).toEqual({ go: "/admin/policy?done=ended" })
  expect(await post(endEventForm, end)).toEqual({ go: "/admin/policy?refused=moved-by" })
  expect(await post(undoPolicyForm, { to: "0", expected: "3" })).toEqual({ go: "/admin/policy?done=undone" })
  expect(await post(undoPolicyForm, { to: "9", expected: "4" })).toEqual({ go: "/admin/policy?refused=unreadable" })
  expect((await page()).fields["client.free"]).toBe("400")
  expect((await deeds()).map(({ kind, reason }) => [kind, reason])).toEqual([
    ["console-policy-undone", "version 4"],
    ["console-policy-event-ended", "version 3"],
    ["console-policy-event-announced", "version 2"],
    ["console-policy-changed", "version 1"],
  ])
})

test.each([
  [{ "crowd.name": "" }, "crowd.name"],
  [{ "crowd.people": "0" }, "crowd.people"],
  [{ "crowd.people": "1e3" }, "crowd.people"],
  [{ "crowd.whitelabelId": "99" }, "crowd.whitelabelId"],
  [{ "crowd.from": "tomorrow" }, "crowd.from"],
  [{ "crowd.from": "2026-09-01T10:00", "crowd.until": "2026-09-01T12:00" }, "crowd.from"],
  [{ "crowd.until": "2026-02-01T10:00" }, "crowd.until"],
  [{ "crowd.until": "2026-03-20T10:00" }, "crowd.until"],
  [{ "crowd.from": "2026-03-03T10:00", "crowd.until": "2026-03-03T09:00" }, "crowd.until"],
])("an event with %j is refused at its field", async (fields, field) => {
  const { page } = await atPolicy()
  const gala = { "crowd.name": "Gala", "crowd.people": "500", "crowd.whitelabelId": "4", "crowd.why": "they told us" }
  const times = { "crowd.from": "2026-03-02T10:00", "crowd.until": "2026-03-02T18:00" }
  expect((await page({ try: "crowd", ...gala, ...times })).problems).toEqual([])
  const { problems, draft } = await page({ try: "crowd", ...gala, ...times, ...fields })
  expect(problems.map((problem) => problem.field)).toContain(field)
  expect(draft).toBeUndefined()
})

test("a newest version that cannot be read is told of, and can be left", async () => {
  const { auth, page, post } = await atPolicy()
  const db = await testDatabase({ empty: false })
  const row = { id: 1, at: auth.now(), by: "somebody who left", why: "by hand", kind: "values" }
  await db.policyVersion.create({ data: { ...row, document: { settings: 3 } } })
  const view = await page()
  expect(view).toMatchObject({ isReadable: false, version: 1, fields: { "client.free": "400" } })
  expect(view.versions).toMatchObject([{ by: "An operator of before", isReadable: false }])
  await post(undoPolicyForm, { to: "0", expected: "1" })
  expect(await page()).toMatchObject({ isReadable: true, version: 2 })
})
