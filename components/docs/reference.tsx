import type { Call } from "@/lib/reference/code"
import type { Description, OperationObject, Verb } from "@/lib/reference/description"
import { Clients } from "./clients"
import { Operation } from "./operation"
import { Words } from "./words"

/** The whole reference, one section an API. */
export function Reference({ description, origin }: { description: Description; origin: string }) {
  const { info, tags } = description
  const sections = tags.map((tag) => ({ ...tag, id: idOf(tag.name), calls: callsOf(tag.name, description) }))
  return (
    <div className="docs">
      <nav className="contents" aria-label="Operations">
        <ul>
          {sections.map(({ name, id, calls }) => (
            <li key={id}>
              <a href={`#${id}`}>{name}</a>
              <ul>
                {calls.map(({ operation }) => (
                  <li key={operation.operationId}>
                    <a href={`#${operation.operationId}`}>{operation.summary}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li>
            <a href="#clients">Clients</a>
          </li>
        </ul>
      </nav>
      <div className="pages">
        <header>
          <h1>API reference</h1>
          <p className="lead">
            <Words>{info.description}</Words>
          </p>
          <ul className="links">
            <li>
              <a href="/openapi.json">openapi.json</a>, the same for machines (OpenAPI 3.1)
            </li>
            <li>
              <a href="/docs/matrix">Dialects by outcomes</a>, what each API answers when it says no
            </li>
          </ul>
        </header>
        {sections.map(({ name, id, calls, description: words }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{name}</h2>
            <p>
              <Words>{words}</Words>
            </p>
            {calls.map((call) => (
              <Operation key={call.operation.operationId} call={call} origin={origin} description={description} />
            ))}
          </section>
        ))}
        <Clients origin={origin} />
      </div>
    </div>
  )
}

const idOf = (name: string) => name.toLowerCase().replaceAll(" ", "-")

const callsOf = (tag: string, { paths }: Description): Call[] =>
  Object.entries(paths).flatMap(([url, operations]) =>
    (Object.entries(operations) as [Verb, OperationObject][])
      .filter(([, operation]) => operation.tags[0] === tag)
      .map(([verb, operation]) => ({ verb, url, operation })),
  )
