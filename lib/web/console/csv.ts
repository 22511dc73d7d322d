import { noteDeed, type Operator } from "@/lib/console/operator"
import type { LedgerEntry, LedgerQuery } from "@/lib/firewall/console"
import type { Core } from "@/lib/sign-in/core"
import { readQuery } from "@/lib/web/console/query"
import { streamFile } from "@/lib/web/console/stream-file"

/** How many decisions one file holds at most: the newest. */
export const mostExported = 50_000
const atOnce = 500

/** What one cell may hold. */
export type Cell = string | number | boolean | Date | null

const columns: Readonly<Record<string, (decision: LedgerEntry) => Cell>> = {
  at: ({ at }) => at,
  id: ({ id }) => id,
  realm: ({ realm }) => realm,
  verb: ({ verb }) => verb,
  client: ({ client }) => client,
  whitelabel_id: ({ whitelabelId }) => whitelabelId,
  to: ({ to }) => to,
  country: ({ country }) => country,
  prefix: ({ prefix }) => prefix,
  place: ({ place }) => place,
  lane: ({ lane }) => lane,
  captcha: ({ captcha }) => captcha,
  attack_mode: ({ level }) => level,
  outcome: ({ outcome }) => outcome,
  refused_by: ({ refusedBy }) => refusedBy,
  price_micros: ({ price }) => price,
  reserved_micros: ({ reserved }) => reserved,
  final_price_micros: ({ finalPrice }) => finalPrice,
  sender: ({ sender }) => sender,
  verified_at: ({ verifiedAt }) => verifiedAt,
  count: ({ count }) => count,
  verdicts: ({ verdicts }) => JSON.stringify(verdicts),
  channel: ({ channel }) => channel,
}

/** The decisions that the address asks for as a file (RFC 4180), written while it is read. */
export async function decisionsFile(request: Request, operator: Operator, core: Core): Promise<Response> {
  const { outcome } = readQuery(Object.fromEntries(new URL(request.url).searchParams))
  await noteDeed("console-exported", outcome ?? "all", operator, core)
  const name = `decisions-${core.now().toISOString().slice(0, 10)}.csv`
  return streamFile(linesOf(outcome, core), { name, type: csvType })
}

/** What a CSV with a line of names is (RFC 4180). */
export const csvType = "text/csv; charset=utf-8; header=present"

async function* linesOf(outcome: LedgerQuery["outcome"], { console: ledger }: Core): AsyncGenerator<string, undefined> {
  let head = csvLine(Object.keys(columns))
  let before: LedgerQuery["before"]
  for (let written = 0; written < mostExported; written += atOnce) {
    const page = await ledger.decisions({ outcome, before, most: atOnce })
    yield head + page.map((decision) => csvLine(Object.values(columns).map((cellOf) => cellOf(decision)))).join("")
    head = ""
    before = page.at(-1)
    if (page.length < atOnce) return
  }
}

/** A line of cells. A text that a spreadsheet would take for a formula is marked as text by an apostrophe. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(quoted).join(",")}\r\n`

function quoted(cell: Cell): string {
  if (cell === null) return ""
  if (typeof cell === "number" || typeof cell === "boolean") return String(cell)
  const text = cell instanceof Date ? cell.toISOString() : cell
  const safe = /^\s*[=+\-@|\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
