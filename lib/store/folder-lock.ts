import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs"
import { hostname } from "node:os"
import { join } from "node:path"
import { z } from "zod"

/** Another process has the folder open, or nobody can tell. */
export class FolderHeld extends Error {}

/** Who has the folder open, for whoever comes second. Nothing is decided by it. */
const owner = z.object({ host: z.string(), pid: z.number(), since: z.string() })

/**
 * Takes a data folder for this process alone: the embedded database has no lock of its own and would lose writes. The kernel keeps
 * the lock and drops it with the process, however that ends, so that containers which are all process 1 are told apart, and
 * neither a number that is used again nor a copy of the folder means anything. Answers how to let go.
 */
export async function holdFolder(folder: string, now: Date): Promise<() => void> {
  const tryLock = await loadLock()
  const file = join(folder, "owner.lock")
  const descriptor = openSync(file, "a+")
  if (!tryLock(descriptor)) {
    closeSync(descriptor)
    throw new FolderHeld(`${ownerIn(file)} has ${folder} open. Stop it, choose another folder, or set DATABASE_URL.`)
  }
  ftruncateSync(descriptor)
  writeSync(descriptor, JSON.stringify({ host: hostname(), pid: process.pid, since: now.toISOString() }))
  return () => closeSync(descriptor)
}

/** The kernel's lock. It is native code, which not every system has. */
async function loadLock(): Promise<(descriptor: number) => boolean> {
  try {
    return (await import("fs-native-extensions")).tryLock
  } catch {
    throw new FolderHeld(
      `a second process cannot be kept from the folder on this system (${process.platform}-${process.arch}). Set DATABASE_URL.`,
    )
  }
}

function ownerIn(file: string): string {
  try {
    const { host, pid, since } = owner.parse(JSON.parse(readFileSync(file, "utf8")))
    return `process ${pid} on ${host}, started ${since},`
  } catch {
    return "another process"
  }
}
