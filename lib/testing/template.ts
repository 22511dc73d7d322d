import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { PrismaPGlite } from "pglite-prisma-adapter"
import type { TestProject } from "vitest/node"
import { migrate, reliable } from "@/lib/store/migrate"

declare module "vitest" {
  interface ProvidedContext {
    /** The file that holds a migrated, empty database. */
    template: string
  }
}

/** Migrates one database before the tests. Each test file starts from a copy, which takes a tenth of the time. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-template-"))
  const file = join(folder, "postgres.tar")
  const lite = await PGlite.create()
  await migrate(reliable(lite, new PrismaPGlite(lite)))
  await writeFile(file, new Uint8Array(await (await lite.dumpDataDir("none")).arrayBuffer()))
  await lite.close()
  project.provide("template", file)
  return () => rm(folder, { recursive: true })
}
