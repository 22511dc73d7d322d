import type { Journey } from "@/lib/reference/journeys"
import { Code } from "./code"

/** What a screen reader finds on the way in, page by page. */
export function Journeys({ journeys }: { journeys: Journey[] }) {
  return (
    <>
      <header>
        <h1>Journeys as text</h1>
        <p className="lead">
          What assistive technology is given on each page of both journeys: every heading, field, hint and button, in
          the order in which they are read. A test compares it with the pages.
        </p>
      </header>
      {journeys.map(({ name, steps }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          {steps.map(({ title, tree }) => (
            <section key={title} aria-label={`${name}: ${title}`}>
              <h3>{title}</h3>
              <Code>{tree}</Code>
            </section>
          ))}
        </section>
      ))}
    </>
  )
}
