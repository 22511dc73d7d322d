import type { Asked } from "@/lib/limits/limits"
import { momentIn, type Sql, sql } from "@/lib/store/sql"
import { after } from "@/lib/time"

/** One budget as a row of `asked`. */
export const askedRow =
  (now: Date) =>
  ({ key, quota: { points, window } }: Asked, place: number) => ({ place, key, points, fresh: after(now, window) })

/** Gives back so many of each. */
export async function giveBack(door: Sql, keys: readonly string[], now: Date, count: number): Promise<void> {
  if (keys.length === 0) return
  await door.run(sql`
    UPDATE "Limit" SET "spent" = GREATEST(0, "spent" - ${count}::int)
    WHERE "key" = ANY(${keys}::text[]) AND ${momentIn(sql`"resetsAt"`)} > ${now}::timestamptz`)
}
