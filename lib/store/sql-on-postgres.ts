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
  const on = (connection: Pool | PoolClient): Sql => {
    const query = async (statement: Statement) => {
      const { name, ...query }: Rendered = render(statement)
      watch(query.text)
      return connection.query({ ...query, types: parsers, ...(prepared && { name }) })
    }
    return {
      rows: async <Row extends object>(statement: Statement) => (await query(statement)).rows as Row[],
      run: async (statement) => (await query(statement)).rowCount ?? 0,
    }
  }
  return {
    ...on(pool),
    async transaction(work) {
      const client = await pool.connect()
      const say = (text: string) => {
        watch(text)
        return client.query(text)
      }
      try {
        await say("BEGIN")
        const result = await work(on(client))
        await say("COMMIT")
        client.release()
        return result
      } catch (problem) {
        // A connection that cannot roll back is of no use to anybody.
        await say("ROLLBACK").then(
          () => client.release(),
          () => client.release(true),
        )
        throw problem
      }
    },
  }
}
