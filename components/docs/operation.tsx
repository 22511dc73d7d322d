import { type Call, curl, typescript } from "@/lib/reference/code"
import type { Description } from "@/lib/reference/description"
import { GoodAnswers, GoodExamples, Refusals } from "./answers"
import { Code } from "./code"
import { Fields, FieldTable, typeOf } from "./fields"
import { Words } from "./words"

type Props = { call: Call; origin: string; description: Description }

/** One operation: what to send, how to send it, and all that may come back. */
export function Operation({ call, origin, description }: Props) {
  const { verb, url, operation } = call
  const { summary, operationId, parameters = [], requestBody, responses } = operation
  const [body] = Object.values(requestBody?.content ?? {})
  const rows = parameters.map(({ name, in: where, required, description: words = "", schema }) => ({
    name,
    type: `${typeOf(schema, description)}, in the ${where}.`,
    required,
    description: words,
  }))
  return (
    <article id={operationId} className="operation" aria-labelledby={`${operationId}-title`}>
      <h2 id={`${operationId}-title`}>{summary}</h2>
      <p className="route">
        <span className="verb">{verb.toUpperCase()}</span> <code>{url}</code>
      </p>
      <div className="about">
        {operation.description && (
          <p>
            <Words>{operation.description}</Words>
          </p>
        )}
        <p className="soft">
          <Words>{securityWords(call, description)}</Words>
        </p>
        {rows.length > 0 && <FieldTable caption="Parameters" rows={rows} />}
        {body && <Fields schema={body.schema} description={description} caption="Body, as JSON or as a form" />}
        <GoodAnswers responses={responses} description={description} />
      </div>
      <div className="samples">
        <h3>Try it</h3>
        <Code>{curl(call, origin, description)}</Code>
        <details>
          <summary>The same in TypeScript</summary>
          <Code>{typescript(call, origin, description)}</Code>
        </details>
        <GoodExamples responses={responses} />
        <Refusals responses={responses} />
      </div>
    </article>
  )
}

function securityWords({ operation: { security } }: Call, { components }: Description): string {
  const [name, scopes] = security.flatMap((one) => Object.entries(one))[0] ?? []
  const scheme = name ? components.securitySchemes[name] : undefined
  if (!scheme) return "No token is looked at."
  const way = scheme.scheme === "basic" ? "HTTP Basic, or the same in the body" : "a bearer token"
  const scope = scopes?.length ? `, good for ${scopes.join(", ")}` : ""
  return `${security.length > 1 && scheme.scheme === "bearer" ? "May have" : "Needs"} ${way}${scope}. ${scheme.description}`
}
