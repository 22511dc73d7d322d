import { resolve } from "@/lib/reference/code"
import type { Description, Schema } from "@/lib/reference/description"
import { Words } from "./words"

type Row = { name: string; type: string; required: boolean; description: string }

/** The fields of an object, those of its inner objects with dotted names. Of two shapes, one after the other. */
export function Fields({
  schema,
  description,
  caption,
}: {
  schema: Schema
  description: Description
  caption: string
}) {
  const shown = resolve(schema, description)
  const shapes = shown.anyOf && !shown.properties ? shown.anyOf : [shown]
  return shapes.map((shape, index) => {
    const rows = rowsOf(resolve(shape, description), description)
    if (rows.length === 0) return null
    const title = shapes.length > 1 ? `${caption}, shape ${index + 1} of ${shapes.length}` : caption
    return <FieldTable key={title} caption={title} rows={rows} />
  })
}

/** A table of fields. */
export function FieldTable({ caption, rows }: { caption: string; rows: Row[] }) {
  return (
    <table className="fields">
      <caption>{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, type, required, description }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              {required && <span className="needed">required</span>}
            </th>
            <td>
              <span className="type">{type}</span>
              {description && (
                <>
                  {" "}
                  <Words>{description}</Words>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function rowsOf(schema: Schema, description: Description, prefix = ""): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]): Row[] => {
    const shown = resolve(property, description)
    const name = `${prefix}${key}`
    const required = schema.required?.includes(key) ?? false
    const row = { name, type: typeOf(shown, description), required, description: property.description ?? "" }
    const inner = shown.items ? resolve(shown.items, description) : shown
    return [row, ...rowsOf(inner, description, `${name}${shown.items ? "[]" : ""}.`)]
  })
}

/** A schema's type in a few words. */
export function typeOf(schema: Schema, description: Description): string {
  const { type, anyOf, items, format, pattern } = schema
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" or ")
  if ("const" in schema) return JSON.stringify(schema.const)
  if (anyOf) return [...new Set(anyOf.map((branch) => typeOf(resolve(branch, description), description)))].join(" or ")
  if (items) return `list of ${typeOf(resolve(items, description), description)}`
  const [name = "anything"] = [Array.isArray(type) ? type.join(" or ") : type]
  const range = rangeOf(schema)
  const form = format ? ` (${format})` : typeof pattern === "string" && !range ? ` (${pattern})` : ""
  return `${name}${form}${range}`
}

function rangeOf({ minimum, maximum, minLength, maxLength, default: absent }: Schema): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength]
  const unit = minLength !== undefined || maxLength !== undefined ? " characters" : ""
  const whenAbsent = absent === undefined ? "" : `, ${absent} if absent`
  if (least === undefined && most === undefined) return whenAbsent
  const range = least === most ? `${most}` : most === undefined ? `from ${least}` : `${least ?? 0} to ${most}`
  return `, ${range}${unit}${whenAbsent}`
}
