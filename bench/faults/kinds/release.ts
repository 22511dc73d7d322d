import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { startServer } from "../../../e2e/server/server"
import { type Fault, onPostgres } from "../fault"
import type { World } from "../world"

const secrets = { old: "faults-old-".padEnd(40, "k"), new: "faults-new-".padEnd(40, "k") }

/** What an operator does while people sign in. */
export const release: Fault[] = [
  {
    name: "SECRET_KEY rolled over two processes by SECRET_KEY_NEXT",
    isUnnoticed: true,
    setting: (ground) => onPostgres(ground, { processes: 2, env: { SECRET_KEY: secrets.old, DRAIN_SECONDS: "1" } }),
    async strike(world) {
      await roll(world, { SECRET_KEY_NEXT: secrets.new })
      await roll(world, { SECRET_KEY: secrets.new, SECRET_KEY_PREVIOUS: secrets.old, SECRET_KEY_NEXT: "" })
    },
  },
  {
    name: "a newer version migrates, while the old one serves on",
    isUnnoticed: true,
    async strike({ server, place, env: [env] }) {
      const newer = newerVersion()
      const started = await startServer({ ...env }, "own", newer)
      await sleep(2000)
      const migrated = await fetch(`${server.url}/health/ready`)
      if (migrated.status !== 200) throw new Error("The old version is out of service.")
      // What an older one says that is started now.
      const refused = await startServer({ ...env }).catch((problem: Error) => problem)
      if (!(refused instanceof Error) || !refused.message.includes(laterMigration))
        throw new Error(`The old version starts on a newer database: ${JSON.stringify(place)}`)
      await started.stop()
      rmSync(newer, { recursive: true })
    },
  },
]

/** Restarts one process after the other with other variables. */
async function roll({ servers, env }: World, variables: Record<string, string>): Promise<void> {
  for (const [n, server] of servers.entries()) {
    Object.assign(env[n] as object, variables)
    await server.stop()
    await server.start()
    await sleep(1000)
  }
}

const laterMigration = "20990101000000_later"
/** What it brings, to the tables that a sign-in reads and writes. */
const addition = `ADD COLUMN "later" TEXT NOT NULL DEFAULT 'no'`
const added = ["Account", "Challenge", "Decision", "Event", "Session", "Token", "Budget", "Cooldown", "DrainingBudget"]

/** The same program with one migration more, as the next version would bring it. */
function newerVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-newer-"))
  for (const name of [".next", "node_modules", "package.json", "next.config.mjs", "lib"])
    symlinkSync(resolve(name), join(folder, name))
  mkdirSync(join(folder, "prisma"))
  cpSync("prisma/migrations", join(folder, "prisma/migrations"), { recursive: true })
  const later = join(folder, "prisma/migrations", laterMigration)
  mkdirSync(later)
  writeFileSync(join(later, "migration.sql"), added.map((table) => `ALTER TABLE "${table}" ${addition};`).join("\n"))
  return folder
}
