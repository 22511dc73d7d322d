import fs from "node:fs"
import { dirname, join, relative } from "node:path"
import { onTestFinished, vi } from "vitest"

/**
 * A disk under a folder which keeps what was synced and nothing else, as a machine does that loses its power at the worst moment. It
 * listens to the system calls that sync, and copies what they were asked to keep.
 */
export function diskUnder(folder: string, disk: string): void {
  fs.cpSync(folder, disk, { recursive: true })
  const { fsyncSync, fdatasyncSync } = fs
  const heard = (descriptor: number) => keep(fs.readlinkSync(`/proc/self/fd/${descriptor}`), folder, disk)
  const spies = [
    vi.spyOn(fs, "fsyncSync").mockImplementation((descriptor) => {
      fsyncSync(descriptor)
      heard(descriptor)
    }),
    vi.spyOn(fs, "fdatasyncSync").mockImplementation((descriptor) => {
      fdatasyncSync(descriptor)
      heard(descriptor)
    }),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
}

function keep(path: string, folder: string, disk: string): void {
  if (!path.startsWith(folder)) return
  const kept = join(disk, relative(folder, path))
  if (!fs.statSync(path).isDirectory()) {
    // A file system keeps a file's name with the file.
    fs.mkdirSync(dirname(kept), { recursive: true })
    fs.copyFileSync(path, kept)
    return
  }
  // A folder keeps names: what was removed is gone, and what is new and was never synced is empty.
  fs.mkdirSync(kept, { recursive: true })
  const [here, there] = [new Set(fs.readdirSync(path)), new Set(fs.readdirSync(kept))]
  for (const name of there) if (!here.has(name)) fs.rmSync(join(kept, name), { recursive: true })
  for (const name of here) {
    if (there.has(name)) continue
    if (fs.statSync(join(path, name)).isDirectory()) fs.mkdirSync(join(kept, name))
    else fs.writeFileSync(join(kept, name), "")
  }
}
