import { expect, test } from "vitest"
import { noteDeed, type Operator } from "@/lib/console/operator"
import type { LedgerQuery } from "@/lib/firewall/console"
import { consoleSite, inBrowser, jarWith, operatorIn } from "@/lib/testing/operators"
import { person } from "@/lib/testing/people"
import { seconds } from "@/lib/time"
import { mostReported, reportFile } from "@/lib/web/console/report"
import { reportFields, usd } from "@/lib/web/console/report-fields"

async function there() {
  const { auth, site } = await consoleSite([person(0).phone])
  const operator = (await operatorIn(site, await jarWith({ accessToken: await inBrowser(auth) }, site))) as Operator
  const url = (query: string) => new Request(`https://latchkey.example/admin/report?${query}`)
  auth.pass(seconds(1))
  const note = (what: string) => noteDeed("console-exported", what, operator, auth.core)
  return { auth, operator, report: (query: string) => reportFile(url(query), auth.core, note) }
}

test.each([
  [0, "0.000000"],
  [8300, "0.008300"],
  [12_000_001, "12.000001"],
  [6_000_000_000_000, "6000000.000000"],
])("%i millionths of a dollar are written as %s", (micros, written) => {
  expect(usd(micros)).toBe(written)
})

test("a report of last night is a CSV with the documented fields, whose cells no spreadsheet takes for formulas", async () => {
  const { auth, operator, report } = await there()
  const answer = await report("")
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="report-.*\.csv"$/)
  const [head, ...lines] = (await answer.text()).trimEnd().split("\r\n")
  expect(head).toBe(
    "at,id,realm,verb,client,whitelabel_id,to,country,prefix,place,lane,captcha,attack_mode,outcome,refused_by,price_usd,reserved_usd,final_price_usd,sender,verified_at,count,verdicts,channel",
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(",'+1303")
  expect(lines[0]).not.toContain(person(0).phone.slice(1))
  const [newest] = await auth.core.events.list(operator.signedIn.account.id, 1)
  expect(newest).toMatchObject({ kind: "console-exported", reason: expect.stringMatching(/^report csv 20/) })
})

test("the same as JSON has money as texts, times as ISO 8601, a summary, and no phone number", async () => {
  const { report } = await there()
  const text = await (await report("format=json")).text()
  const told = JSON.parse(text)
  expect(Object.keys(told)).toEqual(["from", "to", "made_at", "summary", "decisions", "next"])
  expect(Object.keys(told.decisions[0])).toEqual(reportFields.map(({ name }) => name))
  expect(told.decisions[0].price_usd).toMatch(/^0\.\d{6}$/)
  expect(new Date(told.decisions[0].at).toISOString()).toBe(told.decisions[0].at)
  expect(told.summary.prefixes).toMatchObject([{ prefix: person(0).phone.slice(0, -5), verified: 1 }])
  expect(told.summary.false_refusals).toMatchObject({ refused_people: 0, verified_within_a_day: 0 })
  expect(told.next).toBeNull()
  expect(text).not.toContain(person(0).phone.slice(1))
})

test("a range holds what is in it and nothing else, its end not included", async () => {
  const { auth, report } = await there()
  const [entry] = await auth.core.console.decisions({ most: 1 })
  const at = entry?.at.toISOString()
  const next = new Date((entry?.at.getTime() ?? 0) + 1).toISOString()
  const count = async (query: string) =>
    JSON.parse(await (await report(`format=json&${query}`)).text()).decisions.length
  expect(await count(`from=${at}&to=${next}`)).toBe(1)
  expect(await count(`from=2026-02-20&to=${at}`)).toBe(0)
  expect(await count(`from=${next}`)).toBe(0)
})

test.each([
  ["from=yesterday", /^from must be a day/],
  ["from=2026-02-30", /^from must be a day/],
  ["to=2026-02-28T10:00:00", /^to must be a day/],
  ["format=xml", /^format must be csv or json/],
  ["from=2026-02-02&to=2026-02-01", /^from must be before to/],
  ["from=2026-02-02&to=2026-02-02", /^from must be before to/],
  ["from=2026-01-01&to=2026-02-02", /31 days/],
  ["before=nonsense", /^before must be/],
])("%s is refused with 400, in words", async (query, words) => {
  const answer = await (await there()).report(query)
  expect(answer.status).toBe(400)
  expect(await answer.text()).toMatch(words)
})

test("a long range is read page by page, ends at its cap, and says where the next report begins", async () => {
  const { auth } = await there()
  const [entry] = await auth.core.console.decisions({ most: 1 })
  const asked: LedgerQuery[] = []
  const decisions = async (query: LedgerQuery) => {
    asked.push(query)
    return Array.from({ length: query.most }, () => ({
      ...(entry as NonNullable<typeof entry>),
      id: `page-${asked.length}`,
    }))
  }
  const core = { ...auth.core, console: { ...auth.core.console, decisions } }
  const ask = (query: string) =>
    reportFile(new Request(`https://latchkey.example/admin/report?format=json&${query}`), core, async () => undefined)
  const answer = await ask("")
  expect(asked).toEqual([])
  const told = JSON.parse(await answer.text())
  expect(told.decisions).toHaveLength(mostReported)
  expect(told.next).toBe(`${entry?.at.toISOString()}~page-${asked.length}`)
  const next = await ask(`before=${encodeURIComponent(told.next)}`)
  const first = asked.length
  await next.text()
  expect(asked[first]).toMatchObject({ before: { id: `page-${first}` } })
})
