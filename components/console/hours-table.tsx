import { Table } from "@/components/console/table"
import type { HourView } from "@/lib/web/console/view"
import { dayAndTimeOf, money } from "@/lib/web/console/words"

/** The numbers behind both pictures, newest first. */
export function HoursTable({ hours }: { hours: HourView[] }) {
  return (
    <details>
      <summary>Both pictures in numbers</summary>
      <Table name="Messages and spend by hour" heads={["Hour from (UTC)", "Sent", "Verified", "Refused", "Spent"]}>
        {hours.toReversed().map(({ at, sent, verified, refused, spent }) => (
          <tr key={at.getTime()}>
            <th scope="row">{dayAndTimeOf(at).slice(0, -3)}</th>
            <td>{sent}</td>
            <td>{verified}</td>
            <td>{refused}</td>
            <td>{money(spent)}</td>
          </tr>
        ))}
      </Table>
    </details>
  )
}
