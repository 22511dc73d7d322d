import type { Description } from "@/lib/reference/description"
import { oldAnchor, type Section } from "@/lib/reference/sections"
import { Words } from "./words"

/**
 * Every operation by its API, as links. Each bears the id that its operation had while the reference was one page, so that old
 * links to `/docs#…` lead to the way on, with or without scripts.
 */
export function Overview({ description, sections }: { description: Description; sections: Section[] }) {
  return (
    <>
      <header>
        <h1>API reference</h1>
        <p className="lead">
          <Words>{description.info.description}</Words>
        </p>
        <ul className="links">
          <li>
            <a href="/openapi.json">openapi.json</a>, the same for machines (OpenAPI 3.1)
          </li>
          <li>
            <a href="/docs/clients" id="clients">
              Clients
            </a>
            , so that nobody writes requests by hand
          </li>
          <li>
            <a href="/docs/matrix">Dialects by outcomes</a>, what each API answers when it says no
          </li>
          <li>
            <a href="/docs/journeys">Journeys as text</a>, what a screen reader finds on the way in
          </li>
        </ul>
      </header>
      {sections.map((section) => (
        <section key={section.name} aria-labelledby={oldAnchor(section)}>
          <h2 id={oldAnchor(section)}>
            <a href={`/docs/${section.name}`}>{section.title}</a>
          </h2>
          <p>
            <Words>{section.description}</Words>
          </p>
          <ul className="operations">
            {section.calls.map(({ verb, url, operation: { operationId, summary } }) => (
              <li key={operationId} id={operationId}>
                <a href={`/docs/${section.name}#${operationId}`}>{summary}</a>
                <span className="route">
                  <span className="verb">{verb.toUpperCase()}</span> <code>{url}</code>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
