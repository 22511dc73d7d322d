import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import type { Description, OperationObject, ResponseObject, Schema } from "@/lib/reference/description"
import { documented } from "@/lib/reference/documented"
import { describeAll, everyOperation } from "@/lib/reference/openapi"
import { schemaOf } from "@/lib/reference/schema"

/** The reference, and how to hold values against its schemas. It is made once a process. */
let made: { description: Description; ajv: Ajv2020; responses: Map<string, OperationObject["responses"]> } | undefined
function reference() {
  if (made) return made
  const ajv = formats.default(new Ajv2020({ allErrors: true, strict: false }))
  const description = describeAll()
  ajv.addSchema(description, "openapi")
  const operations = Object.values(description.paths).flatMap((path) => Object.values(path))
  const responses = new Map(operations.map(({ operationId, responses }) => [operationId, responses]))
  made = { description, ajv, responses }
  return made
}

/** What is wrong with a value by a schema of the reference; undefined if nothing is. */
export function mismatch(schema: Schema, value: unknown): string | undefined {
  const { ajv } = reference()
  const validate = validatorOf(schema)
  return validate(value) ? undefined : ajv.errorsText(validate.errors)
}

/** To compile one takes longer than to answer most requests, so that each schema is compiled once. */
function validatorOf(schema: Schema): ValidateFunction {
  const { ajv, description } = reference()
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: description.components })
  compiled.set(schema, validate)
  return validate
}
const compiled = new WeakMap<Schema, ValidateFunction>()

type Answered = { dialect: string; path: string; method: string; status: number; body: unknown; headers: Headers }

let seen = new Set<string>()

/** Which documented answers are really given from now on, as `operationId status`. */
export const witnessing = (): ReadonlySet<string> => {
  seen = new Set()
  return seen
}

/** Throws unless this answer of a handler is one that the reference tells of: its status, its headers and its body. */
export function holdToReference({ dialect, path, method, status, body, headers }: Answered): void {
  if (path === "nowhere" || method === "HEAD" || method === "OPTIONS") return
  const wrong = (what: string) => new Error(`${method} ${dialect}.${path} answered ${status}: ${what}`)
  if (status === 405) {
    const problem = mismatch(errorOf(dialect as keyof typeof documented), body)
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

const errors = new Map<string, Schema>()
function errorOf(dialect: keyof typeof documented): Schema {
  const schema = errors.get(dialect) ?? schemaOf(documented[dialect].error, "output")
  errors.set(dialect, schema)
  return schema
}

const ids = new Map<string, string>()
function operationIdOf(dialect: string, path: string, method: string): string | undefined {
  if (ids.size === 0)
    for (const one of everyOperation()) ids.set(`${one.dialectName} ${one.pathName} ${one.method}`, one.operationId)
  return ids.get(`${dialect} ${path} ${method}`)
}

const responseOf = (operationId: string, status: number): ResponseObject | undefined =>
  reference().responses.get(operationId)?.[status]
