import type { Description } from "@/lib/reference/description"
import type { Section } from "@/lib/reference/sections"
import { Operation } from "./operation"
import { Words } from "./words"

type Props = { section: Section; origin: string; description: Description }

/** One API, whole. */
export function Api({ section, origin, description }: Props) {
  return (
    <>
      <header>
        <h1>{section.title}</h1>
        <p className="lead">
          <Words>{section.description}</Words>
        </p>
      </header>
      {section.calls.map((call) => (
        <Operation key={call.operation.operationId} call={call} origin={origin} description={description} />
      ))}
    </>
  )
}
