import { PrismaPg } from "@prisma/adapter-pg"
import { Client, Pool } from "pg"
import { migrate, needsMigration } from "@/lib/store/migrate"
import { sqlOnPostgres } from "@/lib/store/sql-on-postgres"
import { type Duration, seconds } from "@/lib/time"

/** Migrations among Postgres' advisory locks. */
export const migrationLock = 7_226_554

/** Is told whom a migration waits for, while it does. */
export type Told = (detail: { pid?: number; host?: string; since?: string }) => void

/**
 * Applies what is lacking, one process at a time: the others wait, and then find it done. The lock is the session's and goes with
 * it, so that the URL must lead to Postgres itself. `settings` become those of the role in this database.
 */
export async function migratePostgres(
  url: string,
  settings: Readonly<Record<string, string>>,
  tell: Told,
  every: Duration = seconds(15),
): Promise<string[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: seconds(10) })
  await client.connect()
  try {
    await lock(client, url, tell, every)
    for (const [name, value] of Object.entries(settings)) await client.query(onRole(name, value))
    const pool = new Pool({ connectionString: url, max: 1, connectionTimeoutMillis: seconds(10) })
    try {
      const lacking = await needsMigration(
        sqlOnPostgres(pool, () => undefined, { prepared: false }),
        true,
      )
      return lacking ? await migrate(new PrismaPg(pool)) : []
    } finally {
      await pool.end()
    }
  } finally {
    await client.end()
  }
}

async function lock(client: Client, url: string, tell: Told, every: Duration): Promise<void> {
  const telling = setInterval(() => void holder(url).then(tell, () => tell({})), every)
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock])
  } finally {
    clearInterval(telling)
  }
}

/** Who has the lock: its process in Postgres, the host that it came from, and since when it is at it. */
async function holder(url: string): Promise<{ pid?: number; host?: string; since?: string }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: seconds(5) })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT a."pid", COALESCE(a."client_addr"::text, 'local') AS "host", a."backend_start"::text AS "since"
       FROM pg_locks l JOIN pg_stat_activity a ON a."pid" = l."pid"
       WHERE l."locktype" = 'advisory' AND l."granted" AND l."objid" = $1`,
      [migrationLock],
    )
    return rows[0] ?? {}
  } finally {
    await client.end()
  }
}

/** The names and values are ours, and stand in the text since no parameter may. */
const onRole = (name: string, value: string): string => `DO $$ BEGIN
  EXECUTE format('ALTER ROLE CURRENT_USER IN DATABASE %I SET ${name} TO %L', current_database(), '${value}'); END $$`
