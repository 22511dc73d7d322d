import { Client } from "pg"
import { type Server, startServer } from "./server"

/** Two processes on one Postgres (and one Redis, where REDIS_URL is set), with a database of their own. */
export type Cluster = {
  /** The first or the second process, turn and turn about. */
  url(n: number): string
  /** Runs a statement on the database that both use. */
  statement(sql: string): Promise<void>
  stop(): Promise<void>
}

const { DATABASE_URL = "", REDIS_URL = "" } = process.env

/** Starts both at the same moment, so that both find the database empty and only one may migrate it. */
export async function startCluster(name: string, env: Record<string, string> = {}): Promise<Cluster> {
  const database = `latchkey_e2e_${name}_${process.pid}`
  const own = Object.assign(new URL(DATABASE_URL), { pathname: `/${database}` }).href
  await run(DATABASE_URL, `CREATE DATABASE ${database}`)
  const variables = { ...env, DATABASE_URL: own, REDIS_URL }
  const servers: [Server, Server] = await Promise.all([startServer(variables), startServer(variables)])
  return {
    url: (n) => (servers[n % 2] as Server).url,
    statement: (sql) => run(own, sql),
    async stop() {
      for (const server of servers) await server.kill()
      await run(DATABASE_URL, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    },
  }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
