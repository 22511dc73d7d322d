import { PrismaPg } from "@prisma/adapter-pg"
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import { Pool } from "pg"
import { type EmbeddedPlace, openLite } from "@/lib/store/embedded-database"
import { isMigrated, migrate, migratePostgres, reliable } from "@/lib/store/migrate"
import type { SqlDoor } from "@/lib/store/sql"
import { sqlOnPglite } from "@/lib/store/sql-on-pglite"
import { sqlOnPostgres } from "@/lib/store/sql-on-postgres"
import { PrismaClient } from "@/prisma/generated/client"

/** What every store adapter is given: Prisma's client, and beside it the door of the statements that must be fast. */
export type Database = PrismaClient & { sql: SqlDoor }

/** An open database, migrated, and how to close it. */
export type OpenDatabase = { db: Database; close(): Promise<void> }

/** Where the data lies: a Postgres by its URL, or the embedded one in a folder, or in memory. */
export type DatabasePlace = { url: string } | EmbeddedPlace

/** Is told of every statement, without its values. */
export type Watch = (statement: string) => void

const ignore = () => undefined

/** Opens the database and brings its schema up to date. Refuses a folder that another process has open. */
export const openDatabase = (place: DatabasePlace, watch?: Watch): Promise<OpenDatabase> =>
  "url" in place ? openPostgres(place.url, watch) : openEmbedded(place, watch)

function client(adapter: SqlMigrationAwareDriverAdapterFactory, sql: SqlDoor, watch: Watch | undefined): Database {
  const options = { adapter, transactionOptions: { maxWait: 10_000, timeout: 10_000 } }
  if (!watch) return Object.assign(new PrismaClient(options), { sql })
  const watched = new PrismaClient({ ...options, log: [{ level: "query", emit: "event" }] })
  watched.$on("query", ({ query }) => watch(query))
  return Object.assign(watched, { sql })
}

async function openPostgres(url: string, watch: Watch | undefined): Promise<OpenDatabase> {
  // In another time zone Prisma would store instants shifted.
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A database that has stopped answering is an outage, and no request waits for it without end.
    query_timeout: 20_000,
    // A plan that a connection made while a table was empty stays with it: for each key it would read the whole table, however
    // large, until somebody analyses that. All that we ask has an index; what has none is read whole all the same.
    // Values change no plan of ours, so that none is made for them: a list of one key would else be planned anew each time.
    options:
      "-c timezone=UTC -c statement_timeout=15000 -c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan",
  })
  pool.on("error", () => undefined) // An idle connection that breaks is replaced; the next query reports what matters.
  // Poolers in transaction mode are told by the parameter that Prisma knows them by.
  const prepared = new URL(url).searchParams.get("pgbouncer") !== "true"
  const door = sqlOnPostgres(pool, watch ?? ignore, { prepared })
  try {
    if (!(await isMigrated(door))) await migratePostgres(url)
  } catch (problem) {
    await pool.end()
    throw problem
  }
  const db = client(new PrismaPg(pool), door, watch)
  const close = async () => {
    await db.$disconnect()
    await pool.end()
  }
  return { db, close }
}

async function openEmbedded(place: EmbeddedPlace, watch: Watch | undefined): Promise<OpenDatabase> {
  const { PrismaPGlite } = await import("pglite-prisma-adapter")
  const { lite, close: closeLite } = await openLite(place)
  try {
    const adapter = reliable(lite, new PrismaPGlite(lite))
    const door = sqlOnPglite(lite, watch ?? ignore)
    if (!(await isMigrated(door))) await migrate(adapter)
    const db = client(adapter, door, watch)
    const close = async () => {
      await db.$disconnect()
      await closeLite()
    }
    return { db, close }
  } catch (problem) {
    await closeLite()
    throw problem
  }
}
