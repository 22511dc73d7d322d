import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { PrismaPGlite } from "pglite-prisma-adapter"
import { expect, onTestFinished, test } from "vitest"
import { migrate, needsMigration, reliable, WrongSchema, writeMigration } from "@/lib/store/migrate"
import { sqlOnPglite } from "@/lib/store/sql-on-pglite"

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

test("one query tells whether any is lacking, so that most starts load no engine", async () => {
  const { lite, adapter } = database()
  const door = sqlOnPglite(lite, () => undefined)
  expect(await needsMigration(door, true)).toBe(true)
  const names = await migrate(adapter)
  expect(await needsMigration(door, true)).toBe(false)
  await lite.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [names.at(-1)])
  expect(await needsMigration(door, true)).toBe(true)
  await expect(needsMigration(door, false)).rejects.toThrow(`lacks ${names.at(-1)}, and MIGRATE_ON_START is off`)
})

test("one that was begun and not finished is for the engine to judge", async () => {
  const { lite, adapter } = database()
  await migrate(adapter)
  await lite.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
    VALUES ('1', '', 'later', now(), 0)`)
  expect(
    await needsMigration(
      sqlOnPglite(lite, () => undefined),
      true,
    ),
  ).toBe(true)
})

test("a database that is newer than the program is refused by the name of what it has", async () => {
  const { lite, adapter } = database()
  await migrate(adapter)
  await lite.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
    VALUES ('1', '', '20991231000000_from-the-future', now(), now(), 1)`)
  const asked = needsMigration(
    sqlOnPglite(lite, () => undefined),
    true,
  )
  await expect(asked).rejects.toThrow(WrongSchema)
  await expect(asked).rejects.toThrow("20991231000000_from-the-future")
})

test("a newer version may add columns while this one serves: whatever is written names its own", async () => {
  const files = (await readdir("lib/store")).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  const sources = await Promise.all(files.map((name) => readFile(join("lib/store", name), "utf8")))
  const writes = sources.flatMap((source) => source.match(/INSERT INTO "\w+"(?: AS \w+)?\s*./g) ?? [])
  expect(writes.length).toBeGreaterThan(20)
  expect(writes.filter((start) => !start.endsWith("("))).toEqual([])
})
