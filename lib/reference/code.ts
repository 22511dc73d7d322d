import type { Description, OperationObject, Schema } from "./description"

/** An operation and where it is. */
export type Call = { verb: string; url: string; operation: OperationObject }

/** What stands in examples where callers put a secret of their own. */
const placeholder = "YOUR_ACCESS_TOKEN"

/** The operation as a command for a shell. */
export function curl(call: Call, origin: string, description: Description): string {
  const { method, url, headers, body } = partsOf(call, origin, description)
  const words = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quote(url)}`,
    ...headers.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body ? [`-d ${quote(body.form ?? JSON.stringify(body.value, null, 2))}`] : []),
  ]
  return words.join(" \\\n  ")
}

/** The operation in TypeScript, without any library. */
export function typescript(call: Call, origin: string, description: Description): string {
  const { method, url, headers, body } = partsOf(call, origin, description)
  const inHeaders = headers.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`)
  const inBody = body && (body.form ? "new URLSearchParams" : "JSON.stringify")
  const options = [
    ...(method === "GET" ? [] : [`  method: ${JSON.stringify(method)},`]),
    ...(inHeaders.length > 0 ? ["  headers: {", ...inHeaders, "  },"] : []),
    ...(body ? [`  body: ${inBody}(${JSON.stringify(body.value, null, 2).replaceAll("\n", "\n  ")}),`] : []),
  ]
  const request =
    options.length > 0 ? `(${JSON.stringify(url)}, {\n${options.join("\n")}\n})` : `(${JSON.stringify(url)})`
  const answers = Object.entries(call.operation.responses).some(([status, { content }]) => status < "300" && content)
  const read = answers ? "console.log(response.status, await response.json())" : "console.log(response.status)"
  return `const response = await fetch${request}\n${read}`
}

type Parts = {
  method: string
  url: string
  headers: [string, string][]
  body?: { value: unknown; form?: string }
}

function partsOf({ verb, url, operation }: Call, origin: string, { components }: Description): Parts {
  const { parameters = [], requestBody, security } = operation
  const placed = parameters.reduce((path, { name, in: where, example }) => {
    return where === "path" ? path.replace(`{${name}}`, encodeURIComponent(String(example))) : path
  }, url)
  const query = parameters.flatMap(({ name, in: where, example }) =>
    where === "query" && example !== undefined ? [[name, String(example)]] : [],
  )
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const value = media?.examples?.example?.value
  const form = type?.endsWith("urlencoded")
    ? new URLSearchParams(value as Record<string, string>).toString()
    : undefined
  const shown = security
    .flatMap((one) => Object.keys(one))
    .find((name) => components.securitySchemes[name]?.scheme === "bearer")
  const required = parameters.filter((parameter) => parameter.in === "header" && parameter.required)
  return {
    method: verb.toUpperCase(),
    url: `${origin}${placed}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`,
    headers: [
      ...(type ? [["Content-Type", type] as [string, string]] : []),
      ...required.map(({ name, example }): [string, string] => [name, String(example)]),
      ...(shown && security.length === 1 ? [["Authorization", `Bearer ${placeholder}`] as [string, string]] : []),
    ],
    ...(media && { body: { value, ...(form !== undefined && { form }) } }),
  }
}

/** In single quotes, as a POSIX shell reads it. */
const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A schema that a reference names, or the schema itself. */
export function resolve(schema: Schema, { components }: Description): Schema {
  const name = schema.$ref?.split("/").at(-1)
  return name ? (components.schemas[name] ?? schema) : schema
}
