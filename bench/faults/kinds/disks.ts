import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { startServer } from "../../../e2e/server/server"
import { type Disk, disk, lacksDisks } from "../disk"
import type { Fault } from "../fault"
import { postgres, type Service } from "../services"
import { fill, type Ground, rows, type Setting } from "../world"

let small: Disk
let own: Service

/** The embedded database on a disk of its own. */
async function embedded(ground: Ground): Promise<Setting> {
  small = disk(512)
  const folder = join(small.folder, "data")
  await ground.fillFolder(folder)
  return { place: { folder }, end: async () => small.remove() }
}

/** A Postgres on a disk of its own. */
async function smallPostgres(): Promise<Setting> {
  small = disk(512)
  const folder = join(small.folder, "postgres")
  mkdirSync(folder)
  own = await postgres(folder)
  const end = async () => {
    await own.kill()
    small.remove()
  }
  await own.start()
  const place = { url: own.url.replace(/postgres$/, "people") }
  await fill(place, () => rows(own, `CREATE DATABASE people`))
  return { place, end }
}

/** What can happen to the disk. */
export const disks: Fault[] = [
  {
    name: "Postgres' disk full for 5 s",
    lacks: lacksDisks,
    setting: smallPostgres,
    async strike() {
      small.stuff()
      await sleep(5000)
      small.makeRoom()
      if (!own.isRunning()) await own.start()
    },
  },
  {
    name: "the embedded database's disk full for 5 s",
    lacks: lacksDisks,
    setting: embedded,
    async strike() {
      small.stuff()
      await sleep(5000)
      small.makeRoom()
    },
  },
  {
    name: "power cut under the embedded database",
    lacks: lacksDisks,
    setting: embedded,
    async strike({ server }) {
      small.cut()
      await sleep(500)
      await server.kill()
      small.restart()
      await server.start()
    },
  },
  {
    name: "a second process on the embedded database's folder",
    isUnnoticed: true,
    async setting(ground) {
      const folder = mkdtempSync(join(tmpdir(), "latchkey-faults-"))
      await ground.fillFolder(folder)
      return { place: { folder }, end: async () => rmSync(folder, { recursive: true }) }
    },
    async strike({ env: [env] }) {
      const second = await startServer({ ...env }).catch((problem: Error) => problem)
      if (!(second instanceof Error)) throw new Error("Two processes have one folder open.")
      await sleep(2000)
    },
  },
]
