import { expect, test } from "vitest"
import type { Operator } from "@/lib/console/operator"
import type { LedgerEntry, LedgerQuery } from "@/lib/firewall/console"
import { consoleSite, inBrowser, jarWith, operatorIn } from "@/lib/testing/operators"
import { person } from "@/lib/testing/people"
import { csvLine, decisionsFile } from "@/lib/web/console/csv"

async function there() {
  const { auth, site } = await consoleSite([person(0).phone])
  const operator = (await operatorIn(site, await jarWith({ accessToken: await inBrowser(auth) }, site))) as Operator
  const file = (query = "") =>
    decisionsFile(new Request(`https://latchkey.example/admin/decisions.csv${query}`), operator, auth.core)
  return { auth, file, operator }
}

test.each([
  ["plain", "plain"],
  ["one, two", '"one, two"'],
  ['say "hi"', '"say ""hi"""'],
  ["two\r\nlines", '"two\r\nlines"'],
  ["=1+1", "'=1+1"],
  ["+130355", "'+130355"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  [" =1", "' =1"],
  ["＝1", "'＝1"],
  ['=HYPERLINK("http://evil.example","x")', '"\'=HYPERLINK(""http://evil.example"",""x"")"'],
])("the cell %j is written as %j", (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`)
})

test("numbers stay numbers, nothing stays empty, instants are ISO 8601", () => {
  expect(csvLine([-5, true, null, new Date(0)])).toBe("-5,true,,1970-01-01T00:00:00.000Z\r\n")
})

test("the file is an attachment with a line for each decision, and it is noted who took it", async () => {
  const { auth, file, operator } = await there()
  const answer = await file()
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="decisions-2026-03-01.csv"')
  expect(answer.headers.get("content-type")).toContain("text/csv")
  expect(answer.headers.get("cache-control")).toBe("no-store")
  const lines = (await answer.text()).split("\r\n")
  expect(lines[0]).toMatch(/^at,id,realm,/)
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain("'+1303")
  const [newest] = await auth.core.events.list(operator.signedIn.account.id, 1)
  expect(newest).toMatchObject({ kind: "console-exported", reason: "all" })
})

test("the filter of the page is the file's", async () => {
  const { file } = await there()
  expect((await (await file("?outcome=refused")).text()).split("\r\n")).toHaveLength(2)
  expect((await (await file("?outcome=verified")).text()).split("\r\n")).toHaveLength(3)
})

test("a long ledger is read page by page, and the file ends at its cap", async () => {
  const { auth, operator } = await there()
  const [entry] = await auth.core.console.decisions({ most: 1 })
  let pages = 0
  const decisions = async ({ most }: LedgerQuery) => {
    pages += 1
    return Array.from({ length: most }, () => entry as LedgerEntry)
  }
  const core = { ...auth.core, console: { ...auth.core.console, decisions } }
  const answer = await decisionsFile(new Request("https://latchkey.example/"), operator, core)
  expect(pages).toBeLessThanOrEqual(2)
  expect((await answer.text()).split("\r\n")).toHaveLength(50_000 + 2)
  expect(pages).toBe(100)
})
