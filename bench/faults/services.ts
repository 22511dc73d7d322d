import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../../e2e/server/server"

/** A service of our own, which may be killed, stopped for a while and started again. */
export type Service = {
  url: string
  pid(): number
  start(): Promise<void>
  kill(): Promise<void>
  freeze(): void
  thaw(): void
  remove(): void
}

/** Where Debian keeps them. */
const binaries = "/usr/lib/postgresql/15/bin"

/** Postgres in a folder of its own. It refuses to run as root, so that root hands it to the user of the machine's own. */
export async function postgres(): Promise<Service> {
  const folder = mkdtempSync(`${tmpdir()}/latchkey-faults-`)
  const user = process.getuid?.() === 0 ? idsOf("postgres") : undefined
  if (user) chownSync(folder, user.uid, user.gid)
  const data = `${folder}/data`
  execFileSync(`${binaries}/initdb`, ["-D", data, "-U", "postgres", "-A", "trust"], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  })
  const port = String(await freePort())
  const settings = ["-D", data, "-p", port, "-k", folder, "-c", "listen_addresses=127.0.0.1"]
  const ready = () => execFileSync(`${binaries}/pg_isready`, ["-h", "127.0.0.1", "-p", port], { stdio: "ignore" })
  const launch = () => spawn(`${binaries}/postgres`, settings, { ...user, cwd: folder, stdio: "ignore" })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  return service(`postgresql://postgres@127.0.0.1:${port}/postgres`, launch, ready, remove)
}

/** Redis that keeps nothing on the disk. */
export async function redis(): Promise<Service> {
  const port = String(await freePort())
  const ready = () => redisCli(port, "PING")
  const launch = () => spawn("redis-server", ["--port", port, "--save", "", "--appendonly", "no"], { stdio: "ignore" })
  return service(`redis://127.0.0.1:${port}`, launch, ready, () => undefined)
}

export const redisCli = (port: string, ...words: string[]) =>
  execFileSync("redis-cli", ["-p", port, ...words], { stdio: "ignore", timeout: 2000 })

function service(url: string, launch: () => ChildProcess, ready: () => unknown, remove: () => void): Service {
  let child: ChildProcess | undefined
  const all = () => (child?.pid ? [child.pid, ...childrenOf(child.pid)] : [])
  const signal = (name: NodeJS.Signals) => {
    for (const pid of all()) tell(pid, name)
  }
  return {
    url,
    pid: () => child?.pid ?? 0,
    remove,
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    async start() {
      child = launch()
      for (let tries = 0; ; tries++) {
        try {
          ready()
          return
        } catch (problem) {
          if (tries === 200) throw problem
          await sleep(100)
        }
      }
    },
    async kill() {
      const ended = new Promise((resolve) => child?.once("exit", resolve))
      signal("SIGKILL")
      await ended
    },
  }
}

/** One that ended meanwhile needs to be told nothing. */
function tell(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== "ESRCH") throw problem
  }
}

/** Postgres gives each connection a process, in a session of its own. */
const childrenOf = (pid: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)

function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1])
  } catch {
    return undefined
  }
}

const idsOf = (user: string) => {
  const id = (of: string) => Number(execFileSync("id", [of, user], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}
