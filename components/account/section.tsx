import type { ReactNode } from "react"

type Props = { id: string; heading: string; children: ReactNode }

/** One of the account's parts. */
export const Section = ({ id, heading, children }: Props) => (
  <section className="aside section" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
)

/** A part of such a part. */
export const Subsection = ({ id, heading, children }: Props) => (
  <section className="subsection" aria-labelledby={id}>
    <h3 id={id}>{heading}</h3>
    {children}
  </section>
)
