import type { ReactNode } from "react"

type Props = {
  id: string
  title: string
  desc: string
  /** What the upper edge, and the lower one where it is not zero, stand for. */
  top: string
  bottom?: string
  /** What stands below the picture, from its start to its end. */
  marks: string[]
  legend: ReactNode
  /** How wide the drawing is in its own units; it is 100 high. */
  width: number
  children: ReactNode
}

/** The frame of a picture. Words stand beside the drawing, so that they stay legible when it shrinks. */
export function Chart({ id, title, desc, top, bottom = "0", marks, legend, width, children }: Props) {
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <ul className="legend">{legend}</ul>
      <div className="plot">
        <p className="axis" aria-hidden="true">
          <span>{top}</span>
          <span>{bottom}</span>
        </p>
        <svg
          viewBox={`0 0 ${width} 100`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={`${id}-title ${id}-desc`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{desc}</desc>
          {children}
        </svg>
        <p className="axis times" aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
        </p>
      </div>
    </figure>
  )
}
