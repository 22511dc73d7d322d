import { type Pool, type PoolClient, types } from "pg"
import { type Rendered, render, type Sql, type SqlDoor, type Statement } from "@/lib/store/sql"

// Our bigints are counts and amounts of money, far below 2^53.
const parsers = { getTypeParser: (id: number, format?: "text" | "binary") => parserOf(id, format) }
const parserOf = (id: number, format: "text" | "binary" = "text") =>
  id === types.builtins.INT8 ? Number : types.getTypeParser(id, format as "text")

/**
 * The door to Postgres, on the pool that Prisma uses as well. Each connection prepares a statement once, unless
 * `prepared` is off, as a pooler in transaction mode wants it: there the next statement may meet another connection.
 */
export function sqlOnPostgres(pool: Pool, watch: (text: string) => void, { prepared }: { prepared: boolean }): SqlDoor {
  const on = (connection: Pool | PoolClient, prepares: boolean): Sql => {
    const query = async (statement: Statement) => {
      const { name, ...query }: Rendered = render(statement)
      watch(query.text)
      return connection.query({ ...query, types: parsers, ...(prepares && { name }) })
    }
    return {
      rows: async <Row extends object>(statement: Statement) => (await query(statement)).rows as Row[],
      run: async (statement) => (await query(statement)).rowCount ?? 0,
    }
  }
  /** Does it once more, without what connections prepared, where a migration made that out of date. */
  const upToDate = async <T>(work: (prepares: boolean) => Promise<T>): Promise<T> => {
    try {
      return await work(prepared)
    } catch (problem) {
      if (!prepared || !isOutdated(problem)) throw problem
      return work(false)
    }
  }
  const transact = async <T>(work: (tx: Sql) => Promise<T>, prepares: boolean): Promise<T> => {
    const client = await pool.connect()
    const say = (text: string) => {
      watch(text)
      return client.query(text)
    }
    try {
      await say("BEGIN")
      const result = await work(on(client, prepares))
      await say("COMMIT")
      client.release()
      return result
    } catch (problem) {
      // A connection that cannot roll back is of no use to anybody, nor is one that prepared what is out of date.
      await say("ROLLBACK").then(
        () => client.release(isOutdated(problem)),
        () => client.release(true),
      )
      throw problem
    }
  }
  return {
    rows: (statement) => upToDate((prepares) => on(pool, prepares).rows(statement)),
    run: (statement) => upToDate((prepares) => on(pool, prepares).run(statement)),
    transaction: (work) => upToDate((prepares) => transact(work, prepares)),
  }
}

/**
 * Postgres' `feature_not_supported`: "cached plan must not change result type". A migration added a column to what a prepared
 * statement reads whole. Nothing of the statement was done.
 */
const isOutdated = (problem: unknown): boolean => (problem as { code?: unknown } | null)?.code === "0A000"
