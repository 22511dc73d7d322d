import { createHash } from "node:crypto"

/** What a statement may be given: what drivers can write as a parameter. */
export type Value = string | number | boolean | Date | null | readonly string[]

/** A statement, or a part of one. Values never stand in its text. */
export type Statement = { readonly parts: readonly string[]; readonly values: readonly Value[] }

/**
 * Writes SQL as a template. A `Statement` between the braces becomes part of the text; anything else becomes a parameter. The
 * text must not depend on the data, or the database would prepare it anew each time: a list is one array parameter, rows
 * are one parameter of JSON.
 */
export function sql(text: TemplateStringsArray, ...between: readonly (Value | Statement)[]): Statement {
  const parts = [text[0] as string]
  const values: Value[] = []
  between.forEach((item, index) => {
    const next = text[index + 1] as string
    if (isStatement(item)) {
      parts[parts.length - 1] += item.parts[0] as string
      parts.push(...item.parts.slice(1))
      values.push(...item.values)
      parts[parts.length - 1] += next
    } else {
      parts.push(next)
      values.push(item)
    }
  })
  return { parts, values }
}

/** No SQL at all: what is left out of a statement. */
export const nothing: Statement = { parts: [""], values: [] }

/**
 * One row for a FROM, which lets the statement's transaction end before the disk has it: a database that crashes may forget it,
 * if it happened within its last moment. It is for what only counts, and is never what somebody was told: not a PIN, a session or money.
 * Whatever is committed without it takes along all that came before.
 */
export const unhurried: Statement = sql`(SELECT set_config('synchronous_commit', 'off', true)) AS unhurried`

/**
 * The moment in a column, as something that no index knows. Beside a condition on a key it keeps the planner to the key's index: while a
 * table is small it would as soon go by the moment, and then reads all that is newer for as long as it keeps that plan.
 */
export const momentIn = (column: Statement): Statement => sql`(${column} + interval '0')`

/** Rows as one parameter, for `jsonb_to_recordset`. Instants become ISO 8601 text. */
export const rowsOf = (rows: readonly object[]): string => JSON.stringify(rows)

/** The door that hot statements go through: one call is one round trip. */
export type Sql = {
  /** Runs a statement and answers its rows. Instants come as `Date`, `bigint` as a number, `jsonb` as what it holds. */
  rows<Row extends object>(statement: Statement): Promise<Row[]>
  /** Runs a statement and answers how many rows it changed. */
  run(statement: Statement): Promise<number>
}

/** The same within transactions: everything or nothing. What throws in it takes it back. */
export type SqlDoor = Sql & { transaction<T>(work: (tx: Sql) => Promise<T>): Promise<T> }

/** A statement as drivers take it. The name tells them that they prepared it before. */
export type Rendered = { name: string; text: string; values: Value[] }

/** Puts the numbers of the parameters into the text. */
export function render({ parts, values }: Statement): Rendered {
  const text = parts.reduce((written, part, index) => `${written}$${index}${part}`)
  let name = names.get(text)
  if (!name) {
    name = createHash("sha256").update(text).digest("base64url").slice(0, 16)
    names.set(text, name)
  }
  return { name, text, values: [...values] }
}
const names = new Map<string, string>()

/** Postgres' error code for a row that is there already (`unique_violation`). */
export const isUniqueViolation = (problem: unknown): boolean =>
  typeof problem === "object" && problem !== null && "code" in problem && problem.code === "23505"

/** Whether the database refuses what was written, and not the writing: Postgres' classes of data exceptions and broken constraints. */
export const isAboutData = (problem: unknown): boolean => /^2[23]/.test(String((problem as { code?: unknown })?.code))

const isStatement = (item: Value | Statement): item is Statement =>
  typeof item === "object" && item !== null && "parts" in item
