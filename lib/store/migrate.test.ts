import { readFile } from "node:fs/promises"
import { PGlite } from "@electric-sql/pglite"
import { PrismaPGlite } from "pglite-prisma-adapter"
import { expect, onTestFinished, test } from "vitest"
import { migrate, reliable, writeMigration } from "@/lib/store/migrate"

function database() {
  const lite = new PGlite()
  onTestFinished(() => lite.close())
  return { lite, adapter: reliable(lite, new PrismaPGlite(lite)) }
}

test("the migrations lead to the schema, with nothing left over", async () => {
  const sql = await writeMigration(database().adapter, await readFile("prisma/schema.prisma", "utf8"))
  expect(sql).toContain("This is an empty migration")
})

test("migrating a second time changes nothing", async () => {
  const { adapter } = database()
  expect(await migrate(adapter)).not.toEqual([])
  expect(await migrate(adapter)).toEqual([])
})

test("a migration that fails is an error, and does not count as applied", async () => {
  const { lite, adapter } = database()
  await lite.exec('CREATE SCHEMA IF NOT EXISTS public; CREATE VIEW "Session" AS SELECT 1 AS "id"')
  await expect(migrate(adapter)).rejects.toThrow()
  const applied = await lite.query("SELECT 1 FROM _prisma_migrations WHERE finished_at IS NOT NULL")
  expect(applied.rows).toEqual([])
})
