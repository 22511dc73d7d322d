import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeEach, expect, onTestFinished, test } from "vitest"
import { FolderHeld, holdFolder } from "@/lib/store/folder-lock"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"))
  return () => rm(folder, { recursive: true })
})

async function anotherProcess() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"])
  await once(child, "spawn")
  onTestFinished(() => void child.kill("SIGKILL"))
  return child
}

test("a folder that a living process holds is refused, and the process is named", async () => {
  const { pid } = await anotherProcess()
  await writeFile(join(folder, "owner.pid"), String(pid))
  await expect(holdFolder(folder)).rejects.toThrow(FolderHeld)
  await expect(holdFolder(folder)).rejects.toThrow(`process ${pid}`)
})

test("what a killed process left behind is taken over", async () => {
  const child = await anotherProcess()
  await writeFile(join(folder, "owner.pid"), String(child.pid))
  child.kill("SIGKILL")
  await once(child, "exit")
  await holdFolder(folder)
  expect(await readFile(join(folder, "owner.pid"), "utf8")).toBe(String(process.pid))
})

test("a mark of our own number, as a restarted container has it, is taken over", async () => {
  await writeFile(join(folder, "owner.pid"), String(process.pid))
  await expect(holdFolder(folder)).resolves.toBeTypeOf("function")
})

test("letting go frees the folder", async () => {
  const release = await holdFolder(folder)
  await release()
  await expect(readFile(join(folder, "owner.pid"))).rejects.toThrow("ENOENT")
})
