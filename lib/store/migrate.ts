import { readdir, readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils"
import { type Sql, sql } from "@/lib/store/sql"

// Prisma's own engine as WebAssembly: the native one is downloaded at install time, which many networks forbid.
// The package has no types for the parts used here.
type Engine = {
  applyMigrations(request: unknown): Promise<{ appliedMigrationNames: string[] }>
  diff(request: unknown): Promise<{ stdout: string | null }>
  free(): void
}
type EngineModule = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
  SchemaEngine: { new: (options: unknown, log: () => void, adapter: unknown) => Promise<Engine> }
}
let loading: Promise<EngineModule> | undefined

const folder = join(process.cwd(), "prisma/migrations")

/** The schema is not what this program works with: the message says what is wrong and what to do. */
export class WrongSchema extends Error {}

/**
 * Whether the database lacks a migration: one query, which spares nearly every start the engine. Refuses a database that has more
 * than this program knows, and where `mayMigrate` is false one that has less.
 */
export async function needsMigration(database: Sql, mayMigrate: boolean): Promise<boolean> {
  const known = await migrationNames(folder)
  const rows = await rowsOf(database)
  const applied = new Set(rows.filter((row) => row.applied).map(({ name }) => name))
  const foreign = [...applied].filter((name) => !known.includes(name))
  if (foreign.length > 0)
    throw new WrongSchema(`the database is newer than this program: it has ${foreign.join(", ")}. Start the newer one.`)
  const lacking = without(applied, known)
  const isLacking = lacking.length > 0 || rows.some((row) => row.open)
  if (isLacking && !mayMigrate)
    throw new WrongSchema(`the database lacks ${lacking.join(", ")}, and MIGRATE_ON_START is off. Run: npm run migrate`)
  return isLacking
}

/**
 * The migrations that this program needs and the database lacks: one query. What a newer program added since, or is about to,
 * is none of this one's business.
 */
export async function lackingMigrations(database: Sql): Promise<string[]> {
  const rows = await rowsOf(database)
  return without(new Set(rows.filter((row) => row.applied).map(({ name }) => name)), await migrationNames(folder))
}

const without = (applied: ReadonlySet<string>, known: readonly string[]) => known.filter((name) => !applied.has(name))

type Row = { name: string; applied: boolean; open: boolean }

async function rowsOf(database: Sql): Promise<Row[]> {
  try {
    return await database.rows<Row>(sql`
      SELECT "migration_name" AS "name",
        "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL AS "applied",
        "finished_at" IS NULL AND "rolled_back_at" IS NULL AS "open"
      FROM "_prisma_migrations"`)
  } catch (problem) {
    if (isUndefinedTable(problem)) return []
    throw problem
  }
}

const isUndefinedTable = (problem: unknown) => (problem as { code?: unknown } | null)?.code === "42P01"

/** Applies the migrations that a database lacks, in order; answers their names. Prisma's own table keeps the record. */
export const migrate = (factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> =>
  withEngine(factory, async (running) => {
    const migrationsList = await readMigrations(folder)
    const { appliedMigrationNames } = await running.applyMigrations({ migrationsList, filters: noFilters })
    return appliedMigrationNames
  })

/** The SQL that leads from the migrations written so far to the schema file. */
export const writeMigration = (factory: SqlMigrationAwareDriverAdapterFactory, schema: string): Promise<string> =>
  withEngine(factory, async (running) => {
    const files = [{ path: "schema.prisma", content: schema }]
    const to = { tag: "schemaDatamodel", files }
    const from = { tag: "migrations", ...(await readMigrations(folder)) }
    const request = { from, to, script: true, shadowDatabaseUrl: null, exitCode: null, filters: noFilters }
    return (await running.diff(request)).stdout ?? ""
  })

/**
 * The embedded database's adapter neither awaits a script nor reports its errors, so that a failed migration would
 * count as applied. This makes it do both.
 */
export function reliable<F extends SqlMigrationAwareDriverAdapterFactory>(
  lite: { exec(script: string): Promise<unknown> },
  factory: F,
): F {
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    adapter.executeScript = async (script) => {
      await lite.exec(script)
    }
    return adapter
  }
  return factory
}

const noFilters = { externalTables: [], externalEnums: [] }

async function withEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (running: Engine) => Promise<T>,
): Promise<T> {
  loading ??= load()
  const engineModule = await loading
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const running = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
  try {
    return await use(running)
  } finally {
    running.free()
  }
}

async function load(): Promise<EngineModule> {
  const engine = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule
  const entry = createRequire(join(process.cwd(), "package.json")).resolve("@prisma/schema-engine-wasm")
  const bytes = await readFile(entry.replace(/schema_engine\.js$/, "schema_engine_bg.wasm"))
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": engine as never })
  engine.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return engine
}

async function readMigrations(baseDir: string) {
  const migrationDirectories = await Promise.all(
    (await migrationNames(baseDir)).map(async (path) => {
      const value = await readFile(join(baseDir, path, "migration.sql"), "utf8")
      return { path, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } }
    }),
  )
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' }
  return { baseDir, shadowDbInitScript: "", lockfile, migrationDirectories }
}

async function migrationNames(baseDir: string): Promise<string[]> {
  const entries = await readdir(baseDir, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort()
}
