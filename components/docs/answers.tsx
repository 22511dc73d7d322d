import type { Description, ResponseObject } from "@/lib/reference/description"
import { Code, json } from "./code"
import { Fields } from "./fields"

/** Every status of an operation. The good one stands open. */
export function Answers({
  responses,
  description,
}: {
  responses: Record<string, ResponseObject>
  description: Description
}) {
  return (
    <div className="answers">
      <h4>Answers</h4>
      {Object.entries(responses).map(([status, response]) => (
        <details key={status} open={status < "300"}>
          <summary>
            <span className={status < "300" ? "status good" : "status"}>{status}</span> {response.description}
          </summary>
          <Answer response={response} status={status} description={description} />
        </details>
      ))}
    </div>
  )
}

function Answer({
  response,
  status,
  description,
}: {
  response: ResponseObject
  status: string
  description: Description
}) {
  const { headers = {}, content } = response
  const media = content?.["application/json"]
  return (
    <>
      {Object.entries(headers).length > 0 && (
        <ul className="headers">
          {Object.entries(headers).map(([name, { description: words, example }]) => (
            <li key={name}>
              <code>
                {name}: {String(example)}
              </code>{" "}
              {words}
            </li>
          ))}
        </ul>
      )}
      {media && status < "300" && <Fields schema={media.schema} description={description} caption="Body" />}
      {!media && <p>No body.</p>}
      {Object.entries(media?.examples ?? {}).map(([name, { summary, value }]) => (
        <figure key={name}>
          {summary && <figcaption>{summary}</figcaption>}
          <Code>{json(value)}</Code>
        </figure>
      ))}
    </>
  )
}
