import type { Cursor, LedgerEntry } from "@/lib/firewall/console"
import type { Core } from "@/lib/sign-in/core"
import { csvLine, csvType } from "@/lib/web/console/csv"
import { type ReportValue, reportFields, usd } from "@/lib/web/console/report-fields"
import { type ReportQuery, readReportQuery } from "@/lib/web/console/report-query"
import { streamFile } from "@/lib/web/console/stream-file"

/** How many decisions one report holds at most; `next` asks for those before. */
export const mostReported = 50_000
const atOnce = 500
/** How many rows each part of the summary has at most. */
const mostSummed = 50

/**
 * The decisions of a range of time as CSV or JSON, the newest first, for whoever collects what happened (a SIEM). Nothing in it holds a
 * phone number. A wrong question is 400, in words. `note` keeps that it was read, and what of it.
 */
export async function reportFile(
  request: Request,
  core: Core,
  note: (what: string) => Promise<void>,
): Promise<Response> {
  const query = readReportQuery(new URL(request.url).searchParams, core.now())
  if ("wrong" in query) return new Response(query.wrong, { status: 400, headers: plain })
  const { range, format } = query
  const span = `${range.from.toISOString()} to ${range.to.toISOString()}`
  await note(`report ${format} ${span}`)
  const name = `report-${range.from.toISOString().slice(0, 10)}-to-${range.to.toISOString().slice(0, 10)}.${format}`
  if (format === "csv") return streamFile(csvOf(query, core), { name, type: csvType })
  return streamFile(jsonOf(query, core), { name, type: "application/json" })
}

const plain = { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" }

async function* csvOf(query: ReportQuery, core: Core): AsyncGenerator<string, undefined> {
  let head = csvLine(reportFields.map(({ name }) => name))
  for await (const { page } of pagesOf(query, core)) {
    yield head + page.map((decision) => csvLine(reportFields.map(({ of }) => cellOf(of(decision))))).join("")
    head = ""
  }
}

const cellOf = (value: ReportValue) => (value !== null && typeof value === "object" ? JSON.stringify(value) : value)

async function* jsonOf(query: ReportQuery, core: Core): AsyncGenerator<string, undefined> {
  const { from, to } = query.range
  const about = { from: from.toISOString(), to: to.toISOString(), made_at: core.now().toISOString() }
  yield `${JSON.stringify({ ...about, summary: await summaryOf(query, core) }).slice(0, -1)},"decisions":[`
  let next: Cursor | undefined
  let comma = ""
  for await (const { page, more } of pagesOf(query, core)) {
    for (const decision of page) {
      yield comma + JSON.stringify(Object.fromEntries(reportFields.map(({ name, of }) => [name, of(decision)])))
      comma = ","
    }
    next = more
  }
  yield `],"next":${JSON.stringify(next ? `${next.at.toISOString()}~${next.id}` : null)}}\n`
}

/** The range a page at a time. `more` is where the next report begins, if this one was full. */
async function* pagesOf({ range, before: first }: ReportQuery, { console: ledger }: Core) {
  // Before all that has the end's own moment, since the end is not in it.
  let before: Cursor = first && first.at < range.to ? first : { at: range.to, id: "" }
  for (let written = 0; written < mostReported; ) {
    const page: LedgerEntry[] = await ledger.decisions({ since: range.from, before, most: atOnce })
    written += page.length
    const last = page.at(-1)
    const isOver = !last || page.length < atOnce
    yield { page, more: isOver || written < mostReported ? undefined : last }
    if (isOver) return
    before = last
  }
}

/** What an operator steers by, over the range, by stable names. */
async function summaryOf({ range }: ReportQuery, { console: ledger }: Core) {
  const [prefixes, takers, wronged] = await Promise.all([
    ledger.byPrefix(range, mostSummed),
    ledger.takers(range, mostSummed),
    ledger.falseRefusals(range, mostSummed),
  ])
  return {
    prefixes: prefixes.map(({ country, prefix, sent, verified, refused, spent }) => ({
      ...{ country, prefix, sent, verified, refused, spent_usd: usd(spent) },
      usd_per_sign_in: verified > 0 ? usd(spent / verified) : null,
    })),
    takers: takers.map(({ unverified, ...taker }) => ({ ...taker, unverified_usd: usd(unverified) })),
    false_refusals: {
      ...{ refused_people: wronged.refused, verified_within_a_day: wronged.verified },
      by_rule: wronged.byRule.map(({ rule, refused, verified }) => ({
        ...{ rule, refused_people: refused, verified_within_a_day: verified },
      })),
      newest: wronged.newest.map(({ at, askedAt, verifiedAt, isElsewhere, ...rest }) => ({
        ...rest,
        ...{ at: at.toISOString(), asked_at: askedAt.toISOString(), verified_at: verifiedAt.toISOString() },
        other_network: isElsewhere,
      })),
    },
  }
}
