import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { cp, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, beforeEach, expect, onTestFinished, test } from "vitest"
import { openDatabase } from "@/lib/store/database"
import { checkpoint, openLite } from "@/lib/store/embedded-database"
import { sql, unhurried } from "@/lib/store/sql"
import { diskUnder } from "@/lib/testing/power-cut"

const now = new Date("2026-03-01T12:00:00Z")

let folder: string
let data: string
// To make a database takes far longer than to copy one.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"))
  // As a first start leaves it that was cut off.
  await mkdir(join(folder, "first/postgres.new/base"), { recursive: true })
  await writeFile(join(folder, "first/postgres.new/PG_VERSION"), "")
  await (await openDatabase({ folder: join(folder, "first"), now })).close()
  return () => rm(folder, { recursive: true })
})
beforeEach(async ({ task }) => {
  data = join(folder, task.id, "data")
  await cp(join(folder, "first"), data, { recursive: true })
})

/** An open database in which every write that was answered is counted. */
async function writing(data: string) {
  const { db, close } = await openDatabase({ folder: data, now })
  const write = (key: string, more = sql``) =>
    db.sql.run(sql`
    INSERT INTO "Limit" ("key", "spent", "resetsAt") SELECT ${key}, 1, ${now}::timestamptz ${more}`)
  return { db, close, write }
}

/** The keys that a start on this folder finds. */
async function found(data: string): Promise<string[]> {
  const { db, close } = await openDatabase({ folder: data, now })
  const rows = await db.sql.rows<{ key: string }>(sql`SELECT "key" FROM "Limit" ORDER BY "key"`)
  await close()
  return rows.map(({ key }) => key)
}

test("power that fails at any moment takes nothing that was answered, and the next start heals what it left", async () => {
  const disk = `${data}-disk`
  const { db, close, write } = await writing(data)
  diskUnder(data, disk)
  const answered: string[] = []
  for (const round of ["a", "b", "c"]) {
    for (let n = 0; n < 5; n++) {
      // What only counts waits for no sync; what follows takes it along.
      await write(`${round}${n} counted`, sql`FROM ${unhurried}`)
      await write(`${round}${n} told`)
      answered.push(`${round}${n} counted`, `${round}${n} told`)
    }
    const cut = `${data}-cut-${round}`
    await cp(disk, cut, { recursive: true })
    await writeFile(join(cut, "postgres/postmaster.pid"), "")
    expect(await found(cut)).toEqual(answered)
    if (round === "a") await db.$executeRawUnsafe("CHECKPOINT")
  }
  await close()
})

test("a process that is killed while it writes loses nothing that was answered", async () => {
  const child = await writer(data)
  let answered = 0
  await new Promise<void>((resolve) => {
    child.on("message", (count: number) => {
      answered = count
      if (count === 20) resolve()
    })
  })
  child.kill("SIGKILL")
  await once(child, "exit")
  expect((await found(data)).length).toBeGreaterThanOrEqual(answered)
})

/** Another process that writes into the folder without end, and tells of each write that was answered. */
async function writer(data: string): Promise<ChildProcess> {
  const script = `
    const { openDatabase } = await import("@/lib/store/database")
    const { db } = await openDatabase({ folder: process.argv[1], now: new Date(${now.getTime()}) })
    for (let n = 1; ; n++) {
      await db.limit.create({ data: { key: String(n), spent: 1, resetsAt: new Date(0) } })
      process.send(n)
    }`
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, data], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  return child
}

test("a first start that was cut off does not keep the next from starting", async () => {
  expect(await found(join(folder, "first"))).toEqual([])
})

test("what lies in the folder is closed to other users of the machine", async () => {
  const fresh = join(folder, "fresh")
  await openLite({ folder: fresh, now }).then(({ close }) => close())
  expect((await stat(fresh)).mode & 0o777).toBe(0o700)
})

test("the write-ahead log is written down once it is long, which no process of its own does here", async () => {
  const { lite, close } = await openLite({ folder: data, now })
  const written = async () => {
    const { rows } = await lite.query<{ at: string }>("SELECT redo_lsn::text AS at FROM pg_control_checkpoint()")
    return rows[0]?.at
  }
  const before = await written()
  await lite.exec(
    `INSERT INTO "Limit" ("key", "spent", "resetsAt") SELECT n::text, 1, now() FROM generate_series(1, 1000) n`,
  )
  await checkpoint(lite)
  expect(await written()).toBe(before)
  await checkpoint(lite, 1000)
  expect(await written()).not.toBe(before)
  await close()
})
