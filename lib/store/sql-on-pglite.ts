import type { PGlite, Transaction } from "@electric-sql/pglite"
import { render, type Sql, type SqlDoor, type Statement } from "@/lib/store/sql"

// int8, as on Postgres.
const parsers = { 20: Number }

/** The door to the embedded database. It runs one statement at a time, in this process. */
export function sqlOnPglite(lite: PGlite, watch: (text: string) => void): SqlDoor {
  const on = (connection: PGlite | Transaction): Sql => {
    const query = (statement: Statement) => {
      const { text, values } = render(statement)
      watch(text)
      return connection.query(text, values, { parsers })
    }
    return {
      rows: async <Row extends object>(statement: Statement) => (await query(statement)).rows as Row[],
      run: async (statement) => (await query(statement)).affectedRows ?? 0,
    }
  }
  const transaction = async <T>(work: (tx: Sql) => Promise<T>): Promise<T> =>
    lite.transaction(async (tx) => {
      watch("BEGIN")
      const result = await work(on(tx))
      watch("COMMIT")
      return result
    })
  return { ...on(lite), transaction }
}
