import { Client } from "pg"
import { newToken } from "../../lib/outside/chance"
import { type Server, startServer } from "./server"

/** Processes on one Postgres (and one Redis, where REDIS_URL is set), with a database of their own. */
export type Cluster = {
  /** One of the processes, turn and turn about. */
  url(n: number): string
  /** The database that all use. */
  database: string
  /** Runs a statement on it. */
  statement<Row>(sql: string): Promise<Row[]>
  stop(): Promise<void>
}

const { DATABASE_URL = "", REDIS_URL = "" } = process.env

/** Starts all at the same moment, so that all find the database empty and only one may migrate it. `others`: what all but the first have besides. */
export async function startCluster(
  name: string,
  env: Record<string, string> = {},
  processes = 2,
  others = {},
): Promise<Cluster> {
  const { url: own, drop } = await emptyDatabase(name)
  // Redis may hold what an earlier run left: names are hashed under this key, so that no count is met again.
  const SECRET_KEY = newToken()
  const variables = { SECRET_KEY, ...env, DATABASE_URL: own, REDIS_URL }
  const servers: Server[] = await Promise.all(
    Array.from({ length: processes }, (_, n) => startServer(n === 0 ? variables : { ...variables, ...others })),
  )
  return {
    url: (n) => (servers[n % processes] as Server).url,
    database: own,
    statement: (sql) => run(own, sql),
    async stop() {
      for (const server of servers) await server.kill()
      await drop()
    },
  }
}

/** An empty database on the Postgres that DATABASE_URL names, and how to drop it. */
export async function emptyDatabase(name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const database = `latchkey_e2e_${name}_${process.pid}`
  await run(DATABASE_URL, `CREATE DATABASE ${database}`)
  const url = Object.assign(new URL(DATABASE_URL), { pathname: `/${database}` }).href
  return { url, drop: async () => void (await run(DATABASE_URL, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)) }
}

async function run<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows as Row[]
}
