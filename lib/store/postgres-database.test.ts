import { Client } from "pg"
import { expect, onTestFinished, test, vi } from "vitest"
import { readEnv } from "@/lib/env"
import { newId } from "@/lib/outside/chance"
import { openDatabase } from "@/lib/store/database"
import { migratePostgres, migrationLock } from "@/lib/store/migrate-postgres"
import { connectPostgres } from "@/lib/store/postgres-database"
import { sql } from "@/lib/store/sql"
import { administer, ownDatabase } from "@/lib/testing/own-database"

const { DATABASE_URL = "" } = readEnv()
const onPostgres = test.skipIf(!DATABASE_URL)
const ignore = () => undefined

onPostgres(
  "two processes that may open more connections than there are fail no request: who finds no room waits",
  async () => {
    const own = await ownDatabase(DATABASE_URL)
    const role = `latchkey_${newId().replaceAll("-", "")}`
    await administer(DATABASE_URL, `CREATE ROLE ${role} LOGIN PASSWORD 'few' CONNECTION LIMIT 3`)
    own.username = role
    own.password = "few"
    const processes = [1, 2].map(() => connectPostgres({ url: own.href, connections: 10 }, ignore))
    onTestFinished(async () => {
      for (const { pool } of processes) await pool.end()
      await administer(DATABASE_URL, `DROP ROLE ${role}`)
    })
    // Each has one connection from its start.
    for (const { door } of processes) await door.rows(sql`SELECT 1`)
    const ask = () =>
      processes.flatMap(({ door }) => Array.from({ length: 40 }, () => door.rows(sql`SELECT pg_sleep(0.01)`)))
    const answers = await Promise.allSettled(ask())
    expect(answers.filter(({ status }) => status === "rejected")).toEqual([])
    expect(processes.reduce((sum, { pool }) => sum + pool.totalCount, 0)).toBeLessThanOrEqual(3)
  },
)

onPostgres("several processes that start at once on an empty database migrate it once", async () => {
  const { href: url } = await ownDatabase(DATABASE_URL)
  const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url })))
  for (const { db } of opened) expect(await db.account.count()).toBe(0)
  for (const { close } of opened) await close()
  expect(await migratePostgres(url, {}, ignore)).toEqual([])
})

onPostgres("who waits for another's migration says so, and for whom, and goes on when it is over", async () => {
  const { href: url } = await ownDatabase(DATABASE_URL)
  const other = new Client({ connectionString: url })
  await other.connect()
  const { rows } = await other.query("SELECT pg_backend_pid() AS pid, pg_advisory_lock($1)", [migrationLock])
  let done: Promise<string[]> | undefined
  const told = await new Promise((tell) => {
    done = migratePostgres(url, {}, tell, 20)
  })
  expect(told).toMatchObject({ pid: rows[0]?.pid, host: expect.any(String), since: expect.any(String) })
  await other.end()
  expect(await done).not.toEqual([])
})

onPostgres("a start that may not migrate says what is lacking and what to do", async () => {
  const { href: url } = await ownDatabase(DATABASE_URL)
  await expect(openDatabase({ url, migrates: false })).rejects.toThrow("Run: npm run migrate")
  await migratePostgres(url, {}, ignore)
  await (await openDatabase({ url, migrates: false })).close()
})

onPostgres(
  "a newer version's migration makes no statement fail that this one prepared before, in a transaction or not",
  async () => {
    const { href: url } = await ownDatabase(DATABASE_URL)
    const { pool, door } = connectPostgres({ url, connections: 3 }, ignore)
    onTestFinished(() => pool.end())
    await door.run(sql`CREATE TABLE "Thing" ("id" int)`)
    await door.run(sql`INSERT INTO "Thing" VALUES (1)`)
    const look = sql`SELECT t.*, pg_sleep(0.01) IS NULL AS "slept" FROM "Thing" t`
    const looks = () => Promise.all([1, 2, 3].map(() => door.rows(look)))
    await looks()
    await door.run(sql`ALTER TABLE "Thing" ADD COLUMN "later" int`)
    expect(await door.transaction((tx) => tx.rows(look))).toMatchObject([{ id: 1 }])
    expect(await looks()).toMatchObject([1, 2, 3].map(() => [{ id: 1 }]))
    await door.run(sql`ALTER TABLE "Thing" ADD COLUMN "latest" int`)
    expect(await looks()).toMatchObject([1, 2, 3].map(() => [{ id: 1, latest: null }]))
  },
)

onPostgres(
  "on Vercel an instance is kept awake until its idle connections are closed, and none stays open",
  async () => {
    const { href: url } = await ownDatabase(DATABASE_URL)
    // What Vercel sets, and where its library finds the request that is being answered.
    for (const name of ["VERCEL_URL", "VERCEL_REGION"]) vi.stubEnv(name, "here")
    const context = Symbol.for("@vercel/request-context")
    const awake: Promise<unknown>[] = []
    Object.assign(globalThis, {
      [context]: { get: () => ({ waitUntil: (task: Promise<unknown>) => awake.push(task) }) },
    })
    onTestFinished(() => {
      vi.unstubAllEnvs()
      Reflect.deleteProperty(globalThis, context)
    })
    const { db, close } = await openDatabase({ url, isSuspended: true })
    onTestFinished(close)
    await db.sql.rows(sql`SELECT 1`)
    expect(await connectionsTo(url)).toBe(1)
    await awake.at(-1)
    expect(await connectionsTo(url)).toBe(0)
  },
)

/** How many others are connected to a database. */
async function connectionsTo(url: string): Promise<number> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const asked = `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`
  const { rows } = await client.query(asked).finally(() => client.end())
  return rows[0].count
}
