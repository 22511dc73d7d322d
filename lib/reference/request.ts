import type { OperationDocs } from "@/lib/dialects/operation"
import type { MediaType, Parameter, Schema } from "./description"
import type { Described } from "./outcomes"
import { byName, schemaOf, show } from "./schema"

const json = "application/json"
const form = "application/x-www-form-urlencoded"

/** What callers send: parameters, and for POST a body that may come as JSON or as a form. */
export function requestOf(described: Described, components: Record<string, Schema>) {
  const { operation, docs, method, url } = described
  const schema = show(schemaOf(docs.request ?? operation.read, "input"), docs.fields)
  const inPath = [...url.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name)
  const properties = Object.entries(schema.properties ?? {})
  const parameters: Parameter[] = [
    ...inPath.map((name) => parameter(name, "path", schema)),
    ...(method === "POST"
      ? []
      : properties.filter(([name]) => !inPath.includes(name)).map(([name]) => parameter(name, "query", schema))),
    ...headerParameters(described),
  ]
  const body =
    method === "POST" && (schema.anyOf || properties.length > inPath.length)
      ? bodyOf(without(schema, inPath), docs, components)
      : undefined
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: body }),
  }
}

function parameter(name: string, where: "path" | "query", { properties, required }: Schema): Parameter {
  const { description, examples, ...schema } = properties?.[name] ?? {}
  const [example] = (examples ?? []) as unknown[]
  return {
    name,
    in: where,
    required: where === "path" || (required?.includes(name) ?? false),
    ...(description !== undefined && { description }),
    schema,
    ...(example !== undefined && { example }),
  }
}

const headerParameters = ({ headers }: Described): Parameter[] =>
  headers.map(({ name, description, schema, required = false, example }) => ({
    name,
    in: "header",
    required,
    description,
    schema: schemaOf(schema, "input"),
    ...(example !== undefined && { example }),
  }))

function bodyOf(schema: Schema, docs: OperationDocs, components: Record<string, Schema>) {
  const examples = {
    ...(docs.example && { example: { value: docs.example } }),
    ...Object.fromEntries(Object.entries(docs.examples ?? {}).map(([name, value]) => [name, { value }])),
  }
  const named = byName(schema, components)
  const type: MediaType = { schema: named, ...(Object.keys(examples).length > 0 && { examples }) }
  const nested = Object.entries(schema.properties ?? {}).filter(([, property]) => property.type === "object")
  const brackets = Object.fromEntries(nested.map(([name]) => [name, { style: "deepObject", explode: true } as const]))
  const asForm: MediaType = { ...type, ...(nested.length > 0 && { encoding: brackets }) }
  const content = docs.form ? { [form]: asForm, [json]: type } : { [json]: type, [form]: asForm }
  return { required: true, content }
}

function without(schema: Schema, names: string[]): Schema {
  if (names.length === 0) return schema
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name)),
  )
  return { ...schema, properties, required: (schema.required ?? []).filter((name) => !names.includes(name)) }
}
