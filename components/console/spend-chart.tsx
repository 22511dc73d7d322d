import { Chart } from "@/components/console/chart"
import { hourMarks } from "@/components/console/hour-marks"
import { readableAbove } from "@/components/console/scale"
import type { HourView } from "@/lib/web/console/view"
import { money, timeOf } from "@/lib/web/console/words"

/** What each of the last 24 hours cost, against what an hour may cost. */
export function SpendChart({ hours, budget }: { hours: HourView[]; budget: number }) {
  const dearest = hours.reduce((most, hour) => (hour.spent > most.spent ? hour : most), hours[0] as HourView)
  // Where an hour costs a small part of what it may, a line in scale would leave nothing to see of the bars.
  const isNear = dearest.spent * 4 >= budget
  const top = readableAbove(Math.max(isNear ? budget : 0, dearest.spent))
  const y = (amount: number) => 100 - (amount / top) * 100
  const said = `${money(budget)} an hour may be spent`
  return (
    <Chart
      id="spend"
      title="Spend by hour"
      desc={`The last 24 hours. ${said}. The dearest hour began at ${timeOf(dearest.at).slice(0, 5)} UTC and cost ${money(dearest.spent)}.`}
      top={money(top)}
      marks={hourMarks(hours)}
      width={240}
      legend={
        <>
          <li>
            <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
              <rect className="spent" width="16" height="12" />
            </svg>
            Spent in an hour
          </li>
          <li>
            <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
              <line className="budget-line" x1="0" x2="16" y1="6" y2="6" />
            </svg>
            {said}
            {!isNear && ", far above this picture"}
          </li>
        </>
      }
    >
      {hours.map(({ at, spent }, place) => (
        <rect
          key={at.getTime()}
          className="spent"
          x={place * 10 + 1.5}
          y={y(spent)}
          width="7"
          height={100 - y(spent)}
        />
      ))}
      {isNear && (
        <line className="budget-line" x1="0" x2="240" y1={y(budget)} y2={y(budget)} vectorEffect="non-scaling-stroke" />
      )}
    </Chart>
  )
}
