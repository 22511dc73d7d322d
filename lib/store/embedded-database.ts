import { existsSync, rmSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import type { PGlite } from "@electric-sql/pglite"
import { holdFolder } from "@/lib/store/folder-lock"
import { minutes } from "@/lib/time"

/** Where the embedded database lies. */
export type EmbeddedPlace = { memory: Blob | undefined } | { folder: string; now: Date; migrates?: boolean }

/** Opens the embedded database. Refuses a folder that another process has open. */
export async function openLite(place: EmbeddedPlace): Promise<{ lite: PGlite; close(): Promise<void> }> {
  const { PGlite } = await import("@electric-sql/pglite")
  if ("memory" in place) {
    const lite = await PGlite.create(place.memory ? { loadDataDir: place.memory } : {})
    return { lite, close: () => lite.close() }
  }
  // What is in it is for whoever runs us alone.
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  const release = await holdFolder(place.folder, place.now)
  try {
    const lite = await openFolder(join(place.folder, "postgres"))
    const checkpoints = setInterval(() => void checkpoint(lite).catch(() => undefined), minutes(1)).unref()
    const close = async () => {
      clearInterval(checkpoints)
      await lite.close()
      release()
    }
    return { lite, close }
  } catch (problem) {
    release()
    throw problem
  }
}

async function openFolder(folder: string): Promise<PGlite> {
  const { PGlite } = await import("@electric-sql/pglite")
  const { SyncedFiles, moveSynced, syncing } = await import("@/lib/store/synced-files")
  if (!existsSync(folder)) {
    // Made under another name, so that a first start that is cut off leaves nothing that looks like a database.
    const draft = `${folder}.new`
    rmSync(draft, { recursive: true, force: true })
    await (await PGlite.create(draft)).close()
    moveSynced(draft, folder)
  }
  // Postgres' own mark, which a crash leaves, sometimes empty, and which then keeps it from starting. The folder is ours by the lock.
  rmSync(join(folder, "postmaster.pid"), { force: true })
  return PGlite.create({ fs: new SyncedFiles(folder), startParams: syncing(PGlite.defaultStartParams) })
}

/**
 * Writes down what the write-ahead log says, so that it does not grow for ever and a start after a crash is short. With a
 * server a process of its own does so; the embedded database has none.
 */
export const checkpoint = (lite: Pick<PGlite, "query" | "exec">, most = 64 * 1024 * 1024): Promise<void> =>
  lite
    .query<{ due: boolean }>(
      "SELECT pg_current_wal_insert_lsn() - (SELECT redo_lsn FROM pg_control_checkpoint()) > $1 AS due",
      [most],
    )
    .then(async ({ rows }) => {
      if (rows[0]?.due) await lite.exec("CHECKPOINT")
    })
