import { rmSync } from "node:fs"
import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"

/** Another process has the folder open. */
export class FolderHeld extends Error {}

/**
 * Marks a data folder as ours, so that no second process opens it: the embedded database has no lock of its own and
 * would lose writes. A mark left by a process that is gone is taken over. Answers how to let go.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "owner.pid")
  const claim = () => writeFile(file, String(process.pid), { flag: "wx" })
  try {
    await claim()
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "EEXIST") throw problem
    const owner = Number(await readFile(file, "utf8"))
    if (owner !== process.pid && isAlive(owner))
      throw new FolderHeld(`process ${owner} has ${folder} open. Stop it, choose another folder, or set DATABASE_URL.`)
    await rm(file, { force: true })
    await claim()
  }
  const leave = () => rmSync(file, { force: true })
  process.once("exit", leave)
  return async () => {
    process.off("exit", leave)
    leave()
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM"
  }
}
