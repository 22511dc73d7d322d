import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { hostname, tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, expect, onTestFinished, test } from "vitest"
import { FolderHeld, holdFolder } from "@/lib/store/folder-lock"

const now = new Date("2026-03-01T12:00:00Z")

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"))
  return () => rm(folder, { recursive: true })
})

/** Another process, which has the folder open. */
async function anotherHolder(): Promise<ChildProcess> {
  const script = `
    const { holdFolder } = await import("./lib/store/folder-lock.ts")
    await holdFolder(process.argv[1], new Date(${now.getTime()}))
    process.send("held")
    setInterval(() => {}, 1000)`
  const options = { stdio: ["ignore", "inherit", "inherit", "ipc"] as const }
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, folder], {
    stdio: [...options.stdio],
  })
  onTestFinished(() => void child.kill("SIGKILL"))
  await once(child, "message")
  return child
}

test("a folder that a living process holds is refused, and the process is named with its host and its start", async () => {
  const { pid } = await anotherHolder()
  await expect(holdFolder(folder, now)).rejects.toThrow(FolderHeld)
  const name = `process ${pid} on ${hostname()}, started 2026-03-01T12:00:00.000Z,`
  await expect(holdFolder(folder, now)).rejects.toThrow(name)
})

test("two containers are told apart, though each is process 1: what the file says decides nothing", async () => {
  await anotherHolder()
  await writeFile(join(folder, "owner.lock"), JSON.stringify({ host: hostname(), pid: process.pid, since: "" }))
  await expect(holdFolder(folder, now)).rejects.toThrow(FolderHeld)
})

test("a process that is killed lets go, and its number may live on in another", async () => {
  const child = await anotherHolder()
  child.kill("SIGKILL")
  await once(child, "exit")
  await writeFile(join(folder, "owner.lock"), JSON.stringify({ host: hostname(), pid: process.ppid, since: "" }))
  const release = await holdFolder(folder, now)
  expect(JSON.parse(await readFile(join(folder, "owner.lock"), "utf8"))).toMatchObject({ pid: process.pid })
  release()
})

test("a copy of a folder that is open can be opened", async () => {
  await anotherHolder()
  const copy = `${folder}-copy`
  onTestFinished(() => rm(copy, { recursive: true }))
  await cp(folder, copy, { recursive: true })
  const release = await holdFolder(copy, now)
  release()
})

test("a process does not open its folder twice, until it has let go", async () => {
  const release = await holdFolder(folder, now)
  await expect(holdFolder(folder, now)).rejects.toThrow(FolderHeld)
  release()
  const again = await holdFolder(folder, now)
  again()
})
