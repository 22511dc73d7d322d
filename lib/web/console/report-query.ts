import { z } from "zod"
import type { Cursor } from "@/lib/firewall/console"
import type { Range } from "@/lib/firewall/steering"
import { after, days } from "@/lib/time"
import { readQuery } from "@/lib/web/console/query"

/** Which report is asked for. `before` is where an earlier one ended. */
export type ReportQuery = { range: Range; format: "csv" | "json"; before: Cursor | undefined }

/** How long a report's range may be. */
export const longestReport = days(31)

const instant = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform((text) => new Date(text))

const asked = z.object({
  from: instant.optional(),
  to: instant.optional(),
  format: z.enum(["csv", "json"]).default("csv"),
  before: z.string().optional(),
})

/**
 * Reads what `/admin/report` is asked for, or says what is wrong with it. A day without a time begins at midnight in UTC. Without `to` a
 * report ends now, without `from` it begins a day before its end.
 */
export function readReportQuery(query: URLSearchParams, now: Date): ReportQuery | { wrong: string } {
  const read = asked.safeParse(Object.fromEntries([...query].filter(([, value]) => value !== "")))
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0] ?? "from")
    return { wrong: name === "format" ? "format must be csv or json." : `${name} ${wrongTime}` }
  }
  const { format, to = now, from = after(to, -days(1)), before } = read.data
  if (from >= to) return { wrong: "from must be before to." }
  if (to.getTime() - from.getTime() > longestReport) return { wrong: "A report may be 31 days long. Ask for less." }
  const cursor = before === undefined ? undefined : readQuery({ before }).before
  if (before !== undefined && !cursor) return { wrong: "before must be the next of an earlier report." }
  return { range: { from, to }, format, before: cursor }
}

const wrongTime = "must be a day like 2026-03-09, or a time with its zone like 2026-03-09T18:00:00Z."
