import type { ReactNode } from "react"
import type { HourView } from "@/lib/web/console/view"
import { timeOf } from "@/lib/web/console/words"

type Props = {
  id: string
  title: string
  desc: string
  /** What the upper edge, and the lower one where it is not zero, stand for. */
  top: string
  bottom?: string
  hours: HourView[]
  legend: ReactNode
  /** In 240 by 100 units: an hour is 10 wide. */
  children: ReactNode
}

/** The frame of a picture of the last 24 hours. Words stand beside the drawing, so that they stay legible when it shrinks. */
export function Chart({ id, title, desc, top, bottom = "0", hours, legend, children }: Props) {
  const clockOf = (hour: HourView | undefined) => (hour ? timeOf(hour.at).slice(0, 5) : "")
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul className="legend">{legend}</ul>
      <div className="plot">
        <p className="axis" aria-hidden="true">
          <span>{top}</span>
          <span>{bottom}</span>
        </p>
        <svg viewBox="0 0 240 100" preserveAspectRatio="none" role="img" aria-labelledby={`${id}-title ${id}-desc`}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{desc}</desc>
          {children}
        </svg>
        <p className="axis hours" aria-hidden="true">
          <span>{clockOf(hours[0])}</span>
          <span>{clockOf(hours[12])}</span>
          <span>now, UTC</span>
        </p>
      </div>
    </figure>
  )
}
