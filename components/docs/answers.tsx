import type { Description, MediaType, ResponseObject } from "@/lib/reference/description"
import { Code, json } from "./code"
import { Fields } from "./fields"

type Responses = { responses: Record<string, ResponseObject> }

const isGood = ([status]: [string, ResponseObject]) => status < "300"
const jsonOf = ({ content }: ResponseObject) => content?.["application/json"]

/** What comes back when all is well: its headers and fields. */
export function GoodAnswers({ responses, description }: Responses & { description: Description }) {
  return Object.entries(responses)
    .filter(isGood)
    .map(([status, response]) => {
      const media = jsonOf(response)
      return (
        <section key={status} aria-label={`Answer ${status}`}>
          <p>
            <span className="status good">{status}</span> {response.description}
          </p>
          <Headers response={response} />
          {media ? <Fields schema={media.schema} description={description} caption="Answer" /> : <p>No body.</p>}
        </section>
      )
    })
}

/** The same as an example, to stand beside what was sent. */
export function GoodExamples({ responses }: Responses) {
  return Object.entries(responses)
    .filter(isGood)
    .map(([status, response]) => <Examples key={status} media={jsonOf(response)} fallback={`Answer ${status}`} />)
}

/** Every way in which it says no. */
export function Refusals({ responses }: Responses) {
  return (
    <div className="refusals">
      <h3>When it says no</h3>
      {Object.entries(responses)
        .filter((entry) => !isGood(entry))
        .map(([status, response]) => (
          <details key={status}>
            <summary>
              <span className="status">{status}</span> {response.description}
            </summary>
            <Headers response={response} />
            {!jsonOf(response) && <p>No body.</p>}
            <Examples media={jsonOf(response)} />
          </details>
        ))}
    </div>
  )
}

function Headers({ response: { headers = {} } }: { response: ResponseObject }) {
  const all = Object.entries(headers)
  if (all.length === 0) return null
  return (
    <ul className="headers">
      {all.map(([name, { description: words, example }]) => (
        <li key={name}>
          <code>
            {name}: {String(example)}
          </code>{" "}
          {words}
        </li>
      ))}
    </ul>
  )
}

function Examples({ media, fallback }: { media: MediaType | undefined; fallback?: string }) {
  return Object.entries(media?.examples ?? {}).map(([name, { summary = fallback, value }]) => (
    <figure key={name}>
      {summary && <figcaption>{summary}</figcaption>}
      <Code>{json(value)}</Code>
    </figure>
  ))
}
