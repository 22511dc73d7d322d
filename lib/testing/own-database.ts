import { Client } from "pg"
import { onTestFinished } from "vitest"
import { newId } from "@/lib/outside/chance"

/** Runs a statement on a Postgres. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** The URL of an empty database on that Postgres, which goes with the test. */
export async function ownDatabase(url: string): Promise<URL> {
  const name = `latchkey_test_${newId().replaceAll("-", "")}`
  await administer(url, `CREATE DATABASE ${name}`)
  onTestFinished(() => administer(url, `DROP DATABASE ${name} WITH (FORCE)`))
  const own = new URL(url)
  own.pathname = `/${name}`
  return own
}
