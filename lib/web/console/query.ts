import { type Cursor, type OutcomeFilter, outcomeFilters } from "@/lib/firewall/console"
import { type Duration, days } from "@/lib/time"

/** How far back the console's tables look. */
export type Span = "day" | "week" | "month"

/** What of the ledger an operator looks at, as the page's address says it. */
export type ConsoleQuery = { span: Span; outcome?: OutcomeFilter | undefined; before?: Cursor | undefined }

export const spans: Readonly<Record<Span, { words: string; length: Duration }>> = {
  day: { words: "24 hours", length: days(1) },
  week: { words: "7 days", length: days(7) },
  month: { words: "30 days", length: days(30) },
}

/** Reads the page's query. What it does not know is as if it were not there. */
export function readQuery({ span, outcome, before }: Record<string, unknown>): ConsoleQuery {
  return {
    span: typeof span === "string" && Object.hasOwn(spans, span) ? (span as Span) : "day",
    outcome: outcomeFilters.find((filter) => filter === outcome),
    before: readCursor(before),
  }
}

/** The same as an address. */
export function consoleAddress({ span, outcome, before }: ConsoleQuery, path = "/admin"): string {
  const query = new URLSearchParams({
    ...(span !== "day" && { span }),
    ...(outcome && { outcome }),
    ...(before && { before: `${before.at.toISOString()}~${before.id}` }),
  })
  return query.size > 0 ? `${path}?${query}` : path
}

function readCursor(text: unknown): Cursor | undefined {
  const [, at = "", id = ""] = /^([\d:.TZ-]{20,30})~([\w-]{1,100})$/.exec(String(text)) ?? []
  return id && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : undefined
}
