import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils"
import { type EmbeddedPlace, openLite } from "@/lib/store/embedded-database"
import { migrate, needsMigration, reliable } from "@/lib/store/migrate"
import { openPostgres, type PostgresPlace } from "@/lib/store/postgres-database"
import type { SqlDoor } from "@/lib/store/sql"
import { planning, sqlOnPglite } from "@/lib/store/sql-on-pglite"
import { seconds } from "@/lib/time"
import { PrismaClient } from "@/prisma/generated/client"

/** What every store adapter is given: Prisma's client, and beside it the door of the statements that must be fast. */
export type Database = PrismaClient & { sql: SqlDoor }

/** An open database, migrated, and how to close it. */
export type OpenDatabase = { db: Database; close(): Promise<void> }

/** Where the data lies: a Postgres by its URL, or the embedded one in a folder, or in memory. */
export type DatabasePlace = PostgresPlace | EmbeddedPlace

/** Is told of every statement, without its values. */
export type Watch = (statement: string) => void

const ignore = () => undefined

/** Opens the database and brings its schema up to date. Refuses a folder that another process has open. */
export const openDatabase = (place: DatabasePlace, watch?: Watch): Promise<OpenDatabase> =>
  "url" in place ? openServer(place, watch) : openEmbedded(place, watch)

/** Prisma's client on an adapter, and the door beside it. */
export function client(adapter: SqlMigrationAwareDriverAdapterFactory, sql: SqlDoor, watch?: Watch): Database {
  const options = { adapter, transactionOptions: { maxWait: seconds(5), timeout: seconds(8) } }
  if (!watch) return Object.assign(new PrismaClient(options), { sql })
  const watched = new PrismaClient({ ...options, log: [{ level: "query", emit: "event" }] })
  watched.$on("query", ({ query }) => watch(query))
  return Object.assign(watched, { sql })
}

async function openServer(place: PostgresPlace, watch: Watch | undefined): Promise<OpenDatabase> {
  const { door, adapter, close: closePool } = await openPostgres(place, watch ?? ignore)
  const db = client(adapter, door, watch)
  const close = async () => {
    await db.$disconnect()
    await closePool()
  }
  return { db, close }
}

async function openEmbedded(place: EmbeddedPlace, watch: Watch | undefined): Promise<OpenDatabase> {
  const { PrismaPGlite } = await import("pglite-prisma-adapter")
  const { lite, close: closeLite } = await openLite(place)
  try {
    const adapter = reliable(lite, new PrismaPGlite(lite))
    await lite.exec(planning)
    const door = sqlOnPglite(lite, watch ?? ignore)
    if (await needsMigration(door, "memory" in place || (place.migrates ?? true))) await migrate(adapter)
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
