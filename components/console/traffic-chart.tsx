import { Chart } from "@/components/console/chart"
import { hourMarks } from "@/components/console/hour-marks"
import type { HourView } from "@/lib/web/console/view"

const sum = (hours: HourView[], what: "sent" | "verified" | "refused") =>
  hours.reduce((all, hour) => all + hour[what], 0)

/** What was sent in each of the last 24 hours, the part of it that was verified, and below the line what was refused. */
export function TrafficChart({ hours }: { hours: HourView[] }) {
  const mostSent = Math.max(...hours.map(({ sent }) => sent))
  const mostRefused = Math.max(...hours.map(({ refused }) => refused))
  const scale = 96 / (mostSent + mostRefused || 1)
  const line = mostSent + mostRefused > 0 ? 2 + mostSent * scale : 98
  return (
    <Chart
      id="traffic"
      title="Messages by hour"
      desc={`The last 24 hours: ${sum(hours, "sent")} sent, ${sum(hours, "verified")} of them verified, ${sum(hours, "refused")} refused.`}
      top={`${mostSent} sent`}
      bottom={`${mostRefused} refused`}
      marks={hourMarks(hours)}
      width={240}
      legend={<Legend />}
    >
      <Hatch id="hatch" />
      {hours.map(({ at, sent, verified, refused }, place) => (
        <g key={at.getTime()}>
          {sent > 0 && (
            <rect
              className="sent"
              x={place * 10 + 1.5}
              y={line - sent * scale}
              width="7"
              height={sent * scale}
              vectorEffect="non-scaling-stroke"
            />
          )}
          {verified > 0 && (
            <rect
              className="verified"
              x={place * 10 + 1.5}
              y={line - verified * scale}
              width="7"
              height={verified * scale}
            />
          )}
          {refused > 0 && (
            <rect
              className="refused"
              x={place * 10 + 1.5}
              y={line}
              width="7"
              height={refused * scale}
              fill="url(#hatch)"
              vectorEffect="non-scaling-stroke"
            />
          )}
        </g>
      ))}
      <line className="ground" x1="0" x2="240" y1={line} y2={line} vectorEffect="non-scaling-stroke" />
    </Chart>
  )
}

function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="2" height="4" patternUnits="userSpaceOnUse">
        <path className="hatch" d="M0 4 2 0" vectorEffect="non-scaling-stroke" />
      </pattern>
    </defs>
  )
}

function Legend() {
  return (
    <>
      <li>
        <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
          <rect className="sent" x="1" y="1" width="14" height="10" />
        </svg>
        Sent, not verified
      </li>
      <li>
        <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
          <rect className="verified" width="16" height="12" />
        </svg>
        Verified
      </li>
      <li>
        <svg viewBox="0 0 16 12" aria-hidden="true" focusable="false">
          <Hatch id="hatch-key" />
          <rect className="refused" x="1" y="1" width="14" height="10" fill="url(#hatch-key)" />
        </svg>
        Refused, below the line
      </li>
    </>
  )
}
