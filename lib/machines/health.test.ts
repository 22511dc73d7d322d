import { PGlite } from "@electric-sql/pglite"
import { PrismaPGlite } from "pglite-prisma-adapter"
import { expect, onTestFinished, test, vi } from "vitest"
import { live, readyHandler } from "@/lib/machines/health"
import { type Look, readiness } from "@/lib/machines/readiness"
import { lackingMigrations, migrate, reliable } from "@/lib/store/migrate"
import { connectPostgres } from "@/lib/store/postgres-database"
import { sqlOnPglite } from "@/lib/store/sql-on-pglite"
import { after, seconds } from "@/lib/time"

const start = new Date("2026-03-01T12:00:00Z")

/** What a balancer hears from a process whose needs `look` looks at, and how to move its clock. */
function process(look: Look, patience?: number) {
  let now = start
  const ready = readiness(look, () => now, patience)
  const handler = readyHandler(async () => ready)
  const ask = async () => {
    const answer = await handler()
    expect(answer.headers.get("cache-control")).toBe("no-store")
    return { status: answer.status, body: await answer.json() }
  }
  const pass = (time: number) => {
    now = after(now, time)
  }
  return { ask, drain: ready.drain, pass }
}

const serves = { status: 200, body: { status: "ready" } }
const not = (reason: string) => ({ status: 503, body: { status: "not_ready", reason } })

test("a process that answers is live, whatever its database does", async () => {
  const answer = live()
  expect([answer.status, await answer.json()]).toEqual([200, { status: "live" }])
})

test("a database that has every migration is ready; one that lacks one is not", async () => {
  const lite = new PGlite()
  onTestFinished(() => lite.close())
  await lite.waitReady
  const door = sqlOnPglite(lite, () => undefined)
  const { ask, pass } = process(async () => ((await lackingMigrations(door)).length > 0 ? "migrations" : undefined))
  expect(await ask()).toEqual(not("migrations"))
  const names = await migrate(reliable(lite, new PrismaPGlite(lite)))
  pass(seconds(1))
  expect(await ask()).toEqual(serves)
  // A newer version has begun to migrate: this one goes on serving until it is replaced.
  await lite.exec(`INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
    VALUES ('1', '', '20991231000000_from-the-future', now(), 0)`)
  pass(seconds(1))
  expect(await ask()).toEqual(serves)
  await lite.query("DELETE FROM _prisma_migrations WHERE migration_name = $1", [names[0]])
  pass(seconds(1))
  expect(await ask()).toEqual(not("migrations"))
})

test("a database that is out of reach is named, and nothing of it but the word", async () => {
  const { door } = connectPostgres({ url: "postgresql://nobody:secret@127.0.0.1:1/gone" }, () => undefined)
  const { ask } = process(async () => void (await lackingMigrations(door)))
  expect(await ask()).toEqual(not("database"))
})

test("a database that says nothing is out of reach before a probe gives up, and is asked once until it answers", async () => {
  let answerNow = () => {}
  const answered = new Promise<undefined>((resolve) => {
    answerNow = () => resolve(undefined)
  })
  const look = vi.fn(() => answered)
  const { ask, pass } = process(look, 10)
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([not("database"), not("database"), not("database")])
  pass(seconds(30))
  const late = ask()
  answerNow()
  expect(await late).toEqual(serves)
  expect(look).toHaveBeenCalledTimes(1)
})

test("a thousand probes a second cost one look, and the next second sees what changed", async () => {
  let reason: Awaited<ReturnType<Look>>
  const look = vi.fn(async () => reason)
  const { ask, pass } = process(look)
  for (const answer of await Promise.all(Array.from({ length: 1000 }, ask))) expect(answer).toEqual(serves)
  reason = "migrations"
  pass(999)
  expect(await ask()).toEqual(serves)
  expect(look).toHaveBeenCalledTimes(1)
  pass(1)
  expect(await ask()).toEqual(not("migrations"))
})

test("a process that was told to stop says so at once", async () => {
  const { ask, drain } = process(async () => undefined)
  expect(await ask()).toEqual(serves)
  drain()
  expect(await ask()).toEqual(not("draining"))
})
