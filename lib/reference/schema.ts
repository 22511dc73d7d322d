import { z } from "zod"
import type { Shown } from "@/lib/dialects/operation"
import type { Schema } from "./description"

/** The JSON Schema of a zod schema: of what goes in, or of what comes out. */
export function schemaOf(type: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      // Every integer of zod says that JavaScript holds it exactly, which is no news.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      // Something or null, in the form that generators for OpenAPI 3.0 know how to convert.
      const [something, nothing, ...more] = jsonSchema.anyOf ?? []
      if (typeof something?.type !== "string" || nothing?.type !== "null" || more.length > 0) return
      delete jsonSchema.anyOf
      Object.assign(jsonSchema, something, { type: [something.type, "null"] })
    },
  })
  return schema as Schema
}

/** The schema with more said of some fields, by dotted name. A name that is not there is a mistake, and throws. */
export function show(schema: Schema, fields: Record<string, Shown> = {}): Schema {
  return Object.entries(fields).reduce((shown, [name, more]) => {
    const next = showOne(shown, name.split("."), more)
    if (!next) throw new Error(`no field ${name} to describe`)
    return next
  }, schema)
}

function showOne(schema: Schema, [name = "", ...rest]: string[], more: Shown): Schema | undefined {
  const branches = schema.anyOf?.map((branch) => showOne(branch, [name, ...rest], more))
  if (branches) {
    const anyOf = branches.map((branch, index) => branch ?? (schema.anyOf?.[index] as Schema))
    return branches.some(Boolean) ? { ...schema, anyOf } : undefined
  }
  const field = schema.properties?.[name]
  if (!field) return undefined
  const next = rest.length > 0 ? showOne(field, rest, more) : merge(field, more)
  return next && { ...schema, properties: { ...schema.properties, [name]: next } }
}

/** An `undefined` takes a keyword away. */
function merge(field: Schema, { example, ...more }: Shown): Schema {
  const merged = { ...field, ...more, ...(example !== undefined && { examples: [example] }) }
  // A type of our own takes the place of the alternatives that zod saw.
  if ("type" in more && "anyOf" in merged && !("anyOf" in more)) delete merged.anyOf
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
}

/** Moves every schema with a title into `components`, and leaves a reference to it. */
export function byName(schema: Schema, components: Record<string, Schema>): Schema {
  const { properties, anyOf, items } = schema
  const inner: Schema = {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, byName(property, components)]),
      ),
    }),
    ...(anyOf && { anyOf: anyOf.map((branch) => byName(branch, components)) }),
    ...(items && { items: byName(items, components) }),
  }
  const { title } = schema
  if (!title) return inner
  const known = components[title]
  if (known && JSON.stringify(known) !== JSON.stringify(inner)) throw new Error(`two schemas are called ${title}`)
  components[title] = inner
  return { $ref: `#/components/schemas/${title}` }
}
