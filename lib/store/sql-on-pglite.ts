import { type PGlite, parse, protocol } from "@electric-sql/pglite"
import { render, type Sql, type SqlDoor, type Statement, type Value } from "@/lib/store/sql"

const { serialize } = protocol

// int8, as on Postgres.
const parsers = { 20: Number }

/** How the embedded database plans: as a real one does that `openPostgres` opens, and for the same reasons. */
export const planning = "SET enable_seqscan = off; SET jit = off; SET plan_cache_mode = force_generic_plan"

/**
 * The door to the embedded database. It runs one statement at a time, in this process, and prepares each once: to read and plan a
 * statement takes it five to ten times as long as to run it, and PGlite's own `query` does so each time.
 */
export function sqlOnPglite(lite: PGlite, watch: (text: string) => void): SqlDoor {
  const prepared = new Set<string>()
  const ask = async (statement: Statement) => {
    const { name, text, values } = render(statement)
    watch(text)
    return lite._runExclusiveQuery(async () => {
      if (!prepared.has(name)) {
        await lite.execProtocol(together(serialize.parse({ name, text }), serialize.sync()))
        prepared.add(name)
      }
      const bound = serialize.bind({ statement: name, values: values.map(written) })
      const { messages } = await lite.execProtocol(
        together(bound, serialize.describe({ type: "P" }), serialize.execute({}), serialize.sync()),
      )
      return parse.parseResults(messages, lite.parsers, { parsers })[0]
    })
  }
  // Whatever is open beside a transaction waits for it, as with PGlite's own `query`.
  const on = (turn: <T>(work: () => Promise<T>) => Promise<T>): Sql => ({
    rows: async <Row extends object>(statement: Statement) => (await turn(() => ask(statement)))?.rows as Row[],
    run: async (statement) => (await turn(() => ask(statement)))?.affectedRows ?? 0,
  })
  const transaction = async <T>(work: (tx: Sql) => Promise<T>): Promise<T> =>
    lite.transaction(async () => {
      watch("BEGIN")
      const result = await work(on((ours) => ours()))
      watch("COMMIT")
      return result
    })
  const alone = async <T>(ours: () => Promise<T>): Promise<T> => {
    // The first statement may come before the database is up.
    await lite._checkReady()
    return lite._runExclusiveTransaction(ours)
  }
  return { ...on(alone), transaction }
}

const together = (...messages: Uint8Array[]): Uint8Array => Buffer.concat(messages)

/** A value as Postgres reads it as text. */
function written(value: Value): string | null {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString()
  if (typeof value === "object") return `{${value.map((item) => `"${item.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`
  return String(value)
}
