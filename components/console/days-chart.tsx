import { Chart } from "@/components/console/chart"
import { readableAbove } from "@/components/console/scale"
import { Table } from "@/components/console/table"
import type { ConsoleView, DayView } from "@/lib/web/console/view"
import { dayOfMonth, money, priceOfEach, share } from "@/lib/web/console/words"

/** What each of the last 30 days cost, and of that the part which bought no sign-in. */
export function DaysChart({ view: { days, whole } }: { view: ConsoleView }) {
  const dearest = days.reduce((most, day) => (day.spent > most.spent ? day : most))
  const top = readableAbove(dearest.spent)
  const marks = [0, Math.floor(days.length / 2), days.length - 1].flatMap((place) => days[place] ?? [])
  return (
    <section className="panel" aria-labelledby="days">
      <h2 id="days">The last 30 days</h2>
      <Chart
        id="spend-by-day"
        title="Spend by day"
        desc={`${money(whole.spent)} in 30 days. The dearest day was ${dayOfMonth(dearest.at)}: ${money(dearest.spent)}.`}
        top={money(top)}
        marks={marks.map(({ at }) => dayOfMonth(at))}
        width={days.length * 10}
        legend={
          <>
            <li>
              <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
                <rect className="spent" width="16" height="12" />
              </svg>
              Messages that signed somebody in
            </li>
            <li>
              <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
                <rect className="unused" x="1" y="1" width="14" height="10" />
              </svg>
              Messages that nobody used
            </li>
          </>
        }
      >
        {days.map((day, place) => (
          <Bar key={day.at.getTime()} day={day} x={place * 10 + 1.5} top={top} />
        ))}
      </Chart>
      <details>
        <summary>This picture in numbers</summary>
        <Table
          name="Spend by day"
          heads={["Day (UTC)", "Spent", "Sent", "Verified", "A sign-in costs", "Refused"]}
          rows={days.toReversed().map(({ at, spent, sent, verified, refused }) => ({
            key: String(at.getTime()),
            name: dayOfMonth(at),
            cells: [money(spent), sent, share(verified, sent), priceOfEach(spent, verified), refused],
          }))}
        />
      </details>
    </section>
  )
}

/** Messages of a day cost alike, near enough for a picture: the used part is their share of what was sent. */
function Bar({ day: { spent, sent, verified }, x, top }: { day: DayView; x: number; top: number }) {
  const height = (spent / top) * 100
  const used = sent > 0 ? height * (verified / sent) : 0
  return (
    <>
      <rect className="spent" x={x} y={100 - used} width="7" height={used} />
      {height > used && (
        <rect
          className="unused"
          x={x}
          y={100 - height}
          width="7"
          height={height - used}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </>
  )
}
