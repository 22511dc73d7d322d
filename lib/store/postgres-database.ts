import { PrismaPg } from "@prisma/adapter-pg"
import type { ClientBase } from "pg"
import { log } from "@/lib/outside/log"
import { needsMigration } from "@/lib/store/migrate"
import { migratePostgres } from "@/lib/store/migrate-postgres"
import { PatientPool } from "@/lib/store/patient-pool"
import type { SqlDoor } from "@/lib/store/sql"
import { sqlOnPostgres } from "@/lib/store/sql-on-postgres"
import { seconds } from "@/lib/time"

/** A Postgres, and how it is reached. */
export type PostgresPlace = {
  url: string
  /** Where migrations go, past a pooler. */
  directUrl?: string | undefined
  /** Connections that this process opens at most. */
  connections?: number | undefined
  /**
   * Whether the process is suspended while nothing is asked of it, as on Vercel: a connection that it keeps is then of no use to anybody,
   * and may be dead when it wakes up.
   */
  isSuspended?: boolean | undefined
  /** Whether a start brings the schema up to date; else it refuses a database that lacks something. */
  migrates?: boolean | undefined
}

/**
 * What each session is to be set to. In another time zone Prisma would store instants shifted. A plan that a connection made while
 * a table was empty stays with it: for each key it would read the whole table, however large, until somebody analyses that. All
 * that we ask has an index; what has none is read whole all the same. Values change no plan of ours, so that none is made for
 * them: a list of one key would else be planned anew each time.
 */
export const sessionSettings: Readonly<Record<string, string>> = {
  timezone: "UTC",
  statement_timeout: "7000",
  enable_seqscan: "off",
  jit: "off",
  plan_cache_mode: "force_generic_plan",
}

/** Poolers in transaction mode are told by the parameter that Prisma knows them by. */
export const isPooled = (url: string): boolean => new URL(url).searchParams.get("pgbouncer") === "true"

/** The pool and its door, whether or not anybody answers there. */
export function connectPostgres(
  { url, connections = 10, isSuspended = false }: PostgresPlace,
  watch: (text: string) => void,
) {
  const pooled = isPooled(url)
  const options = Object.entries(sessionSettings).map(([name, value]) => `-c ${name}=${value}`)
  const pool = new PatientPool({
    connectionString: url,
    max: connections,
    // One stays open, so that others who need them all cannot shut this process out.
    min: isSuspended ? 0 : 1,
    idleTimeoutMillis: isSuspended ? seconds(5) : seconds(10),
    connectionTimeoutMillis: seconds(5),
    // A database that has stopped answering is an outage, and no request waits for it without end.
    query_timeout: seconds(8),
    // A pooler hands sessions around and takes no settings at their start: there the role has them since it migrated. The time zone
    // is what PgBouncer remembers of each client, as it was told to the first of them, and so it is said again.
    ...(pooled
      ? { onConnect: (client: ClientBase) => client.query("SET timezone TO 'UTC'") }
      : { options: options.join(" ") }),
  })
  pool.on("error", () => undefined) // An idle connection that breaks is replaced; the next query reports what matters.
  return { pool, door: sqlOnPostgres(pool, watch, { prepared: !pooled }), adapter: new PrismaPg(pool) }
}

/** Connects, and brings the schema up to date or refuses it. */
export async function openPostgres(place: PostgresPlace, watch: (text: string) => void) {
  const { pool, door, adapter } = connectPostgres(place, watch)
  try {
    if (place.isSuspended) await attach(pool)
    await makeCurrent(place, door)
  } catch (problem) {
    await pool.end()
    throw problem
  }
  return { door, adapter, close: () => pool.end() }
}

/** Has Vercel keep an instance awake for as long as it takes to close what is idle. */
async function attach(pool: PatientPool): Promise<void> {
  const { attachDatabasePool } = await import("@vercel/functions/db-connections")
  attachDatabasePool(pool)
}

async function makeCurrent({ url, directUrl, migrates = true }: PostgresPlace, door: SqlDoor): Promise<void> {
  // The role is to have its settings before a pooler opens its first session.
  const isFirst = isPooled(url) && migrates
  if (!isFirst && !(await needsMigration(door, migrates))) return
  const settings = isPooled(url) ? sessionSettings : {}
  await migratePostgres(directUrl ?? url, settings, (detail) => log("warn", "waiting-for-another-migration", detail))
}
