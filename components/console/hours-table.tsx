import { Table } from "@/components/console/table"
import type { HourView } from "@/lib/web/console/view"
import { dayAndTimeOf, money } from "@/lib/web/console/words"

/** The numbers behind both pictures, newest first. */
export function HoursTable({ hours }: { hours: HourView[] }) {
  return (
    <details>
      <summary>Both pictures in numbers</summary>
      <Table
        name="Messages and spend by hour"
        heads={["Hour from (UTC)", "Spent", "Sent", "Verified", "Refused"]}
        rows={hours.toReversed().map(({ at, sent, verified, refused, spent }) => ({
          key: String(at.getTime()),
          name: dayAndTimeOf(at).slice(0, -3),
          cells: [money(spent), sent, verified, refused],
        }))}
      />
    </details>
  )
}
