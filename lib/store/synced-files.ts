import fs from "node:fs"
import { dirname, join } from "node:path"
import { NodeFS } from "@electric-sql/pglite/nodefs"

type Init = NodeFS["init"]
/** An open file of the embedded database, by its descriptor here. */
type Stream = { nfd: number }

/**
 * The embedded database's files in a folder, with a sync that reaches the disk. PGlite's own answers each sync of Postgres without
 * doing it, and starts Postgres so that it asks for none.
 */
export class SyncedFiles extends NodeFS {
  override async init(...[lite, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(lite, options)
    const preRun = [...((emscriptenOpts.preRun ?? []) as ((module: unknown) => void)[])]
    preRun.push((module) => {
      const { NODEFS } = module as { NODEFS: { stream_ops: Record<string, (stream: Stream) => number> } }
      NODEFS.stream_ops.fsync = ({ nfd }) => sync(nfd)
    })
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as typeof emscriptenOpts }
  }
}

/** How Postgres is to start on such files: without PGlite's switch that turns syncing off, and by the call that is ours. */
export const syncing = (params: readonly string[]): string[] => [
  ...params.filter((param) => param !== "-F"),
  ...["-c", "wal_sync_method=fsync"],
]

/** Of a file its content and size are what matters, which spares the disk a write of the time. */
function sync(descriptor: number): number {
  if (fs.fstatSync(descriptor).isDirectory()) fs.fsyncSync(descriptor)
  else fs.fdatasyncSync(descriptor)
  return 0
}

/** Gives a folder that was written without syncing its name, once the disk has all of it. */
export function moveSynced(from: string, to: string): void {
  for (const entry of fs.readdirSync(from, { recursive: true, withFileTypes: true }))
    syncPath(join(entry.parentPath, entry.name))
  syncPath(from)
  fs.renameSync(from, to)
  syncPath(dirname(to))
}

function syncPath(path: string): void {
  const descriptor = fs.openSync(path, "r")
  try {
    sync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}
