import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises"
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
    /** The folder for what is logged: e2e/logs.spec.ts reads it. */
    logs: string
  }
}

const folder = ".data/test-template"

/** Migrates one embedded database, of which each worker loads a copy, and in the end drops what workers made on a Postgres. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const { DATABASE_URL, REDIS_URL } = readEnv()
  const databasePrefix = `latchkey_test_${newId().replaceAll("-", "")}`
  project.provide("template", DATABASE_URL ? "" : await template())
  project.provide("databasePrefix", databasePrefix)
  const logs = join(".data/logs", DATABASE_URL || REDIS_URL ? "services" : "unit")
  await rm(logs, { recursive: true, force: true })
  await mkdir(logs, { recursive: true })
  project.provide("logs", logs)
  return async () => {
    if (DATABASE_URL) await dropDatabases(DATABASE_URL, databasePrefix)
  }
}

/** The file of a migrated, empty database. It is made anew when a migration or the embedded Postgres is another. */
export async function template(): Promise<string> {
  const name = `postgres-${await fingerprint()}.tar`
  const file = join(folder, name)
  if (existsSync(file)) return file
  const lite = await PGlite.create()
  await migrate(reliable(lite, new PrismaPGlite(lite)))
  const whole = new Uint8Array(await (await lite.dumpDataDir("none")).arrayBuffer())
  await lite.close()
  await mkdir(folder, { recursive: true })
  const stale = (await readdir(folder)).filter((other) => !other.startsWith(name))
  for (const other of stale) await rm(join(folder, other), { force: true })
  // Two runs may begin at once: what has its name is whole.
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, whole)
  await rename(unfinished, file)
  return file
}

async function fingerprint(): Promise<string> {
  const migrations = await readdir("prisma/migrations", { recursive: true })
  const files = migrations.filter((name) => name.endsWith(".sql")).sort()
  const hash = createHash("sha256").update(await readFile("package-lock.json"))
  for (const name of files) hash.update(name).update(await readFile(join("prisma/migrations", name)))
  return hash.digest("hex").slice(0, 16)
}
