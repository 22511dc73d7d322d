import { Ajv2020 } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import type { Description, ResponseObject, Schema } from "@/lib/reference/description"
import { documented } from "@/lib/reference/documented"
import { describeAll, everyOperation } from "@/lib/reference/openapi"
import { schemaOf } from "@/lib/reference/schema"

/** The reference, and how to hold values against its schemas. It is made once a test file. */
let made: { description: Description; ajv: Ajv2020 } | undefined
function reference() {
  if (made) return made
  const ajv = formats.default(new Ajv2020({ allErrors: true, strict: false }))
  made = { description: describeAll(), ajv }
  ajv.addSchema(made.description, "openapi")
  return made
}

/** What is wrong with a value by a schema of the reference; undefined if nothing is. */
export function mismatch(schema: Schema, value: unknown): string | undefined {
  const { ajv, description } = reference()
  const validate = ajv.compile({ ...schema, components: description.components })
  return validate(value) ? undefined : ajv.errorsText(validate.errors)
}

type Answered = { dialect: string; path: string; method: string; status: number; body: unknown; headers: Headers }

const seen = new Set<string>()

/** Which documented answers were really given so far, as `operationId status`. */
export const witnessed: ReadonlySet<string> = seen

/** Throws unless this answer of a handler is one that the reference tells of: its status, its headers and its body. */
export function holdToReference({ dialect, path, method, status, body, headers }: Answered): void {
  if (path === "nowhere" || method === "HEAD" || method === "OPTIONS") return
  const wrong = (what: string) => new Error(`${method} ${dialect}.${path} answered ${status}: ${what}`)
  if (status === 405) {
    const { error } = documented[dialect as keyof typeof documented]
    const problem = mismatch(schemaOf(error, "output"), body)
    if (problem) throw wrong(problem)
    return
  }
  const id = operationIdOf(dialect, path, method)
  const response = id && responseOf(id, status)
  if (!response) throw wrong("the reference has no such status")
  for (const [name, { required }] of Object.entries(response.headers ?? {}))
    if (required && !headers.has(name)) throw wrong(`the header ${name} is missing`)
  const schema = response.content?.["application/json"].schema
  if (!schema && body !== undefined) throw wrong("the reference tells of no body")
  const problem = schema && mismatch(schema, body)
  if (problem) throw wrong(problem)
  seen.add(`${id} ${status}`)
}

const operationIdOf = (dialect: string, path: string, method: string) =>
  everyOperation().find((one) => one.dialectName === dialect && one.pathName === path && one.method === method)
    ?.operationId

function responseOf(operationId: string, status: number): ResponseObject | undefined {
  for (const path of Object.values(reference().description.paths))
    for (const operation of Object.values(path))
      if (operation.operationId === operationId) return operation.responses[status]
  return undefined
}
