import type { Event } from "@/lib/account/event"
import type { Decision } from "@/lib/firewall/ledger/ledger"
import type { Database } from "@/lib/store/database"
import { insertDecisions } from "@/lib/store/decisions"
import { insertEvents } from "@/lib/store/events"
import { inBatches } from "@/lib/store/in-batches"
import { sql, unhurried } from "@/lib/store/sql"

/**
 * What is counted rather than written: within a minute all that is alike is one row. A flood of refusals costs one statement for
 * as many as arrive while the one before is under way, in both tables.
 */
export type Folds = {
  event(event: Event & { fold: string }): Promise<void>
  decision(decision: Decision & { fold: string }): Promise<void>
}

/** The one queue of a process. */
export function folds(db: Database): Folds {
  const write = inBatches<Counted>((batch) => {
    const events = counted(batch.flatMap((item) => ("event" in item ? [item.event] : [])))
    const decisions = counted(batch.flatMap((item) => ("decision" in item ? [item.decision] : [])))
    return db.sql.run(sql`WITH events AS (${insertEvents(events, sql`EXISTS (SELECT FROM ${unhurried})`)})
      ${insertDecisions(decisions, sql`${unhurried}, `)}`)
  })
  return { event: (event) => write({ event }), decision: (decision) => write({ decision }) }
}

type Counted = { event: Event & { fold: string } } | { decision: Decision & { fold: string } }

/** One row for each fold, with how often it happened. The first stands for all. */
function counted<Row extends { fold: string }>(rows: readonly Row[]): (Row & { count: number })[] {
  const byFold = new Map<string, Row & { count: number }>()
  for (const row of rows) {
    const first = byFold.get(row.fold)
    if (first) first.count += 1
    else byFold.set(row.fold, { ...row, count: 1 })
  }
  return [...byFold.values()]
}
