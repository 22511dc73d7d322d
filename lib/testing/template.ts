import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { PrismaPGlite } from "pglite-prisma-adapter"
import type { TestProject } from "vitest/node"
import { readEnv } from "@/lib/env"
import { newId } from "@/lib/outside/chance"
import { migrate, reliable } from "@/lib/store/migrate"
import { dropDatabases } from "@/lib/testing/test-database"

declare module "vitest" {
  interface ProvidedContext {
    /** The file that holds a migrated, empty database. */
    template: string
    /** What the names of this run's databases begin with, where they are on a Postgres. */
    databasePrefix: string
  }
}

/** Migrates one embedded database, of which each worker loads a copy, and in the end drops what workers made on a Postgres. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-template-"))
  const file = join(folder, "postgres.tar")
  const databasePrefix = `latchkey_test_${newId().replaceAll("-", "")}`
  const { DATABASE_URL } = readEnv()
  if (!DATABASE_URL) {
    const lite = await PGlite.create()
    await migrate(reliable(lite, new PrismaPGlite(lite)))
    await writeFile(file, new Uint8Array(await (await lite.dumpDataDir("none")).arrayBuffer()))
    await lite.close()
  }
  project.provide("template", file)
  project.provide("databasePrefix", databasePrefix)
  return async () => {
    await rm(folder, { recursive: true })
    if (DATABASE_URL) await dropDatabases(DATABASE_URL, databasePrefix)
  }
}
