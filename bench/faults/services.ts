import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "../../e2e/server/server"
import { type ProcessTree, processTree } from "./process-tree"

/** A service of our own, which may be killed, stopped for a while and started again. */
export type Service = Omit<ProcessTree, "end"> & {
  url: string
  isRunning(): boolean
  start(): Promise<void>
  kill(): Promise<void>
  /** Ends it in order, as an operator does who restarts it. */
  stop(): Promise<void>
  remove(): void
}

/** Where Debian keeps the programs of the newest Postgres. */
const debian = "/usr/lib/postgresql"
const newest = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one))[0] : undefined
const binaries = join(debian, newest ?? "none", "bin")

const isRoot = process.getuid?.() === 0

/** What of the suite's needs is not on this machine: programs, and for root the user that Postgres runs as. */
export const lacking = (): string[] => [
  ...[join(binaries, "postgres"), "/usr/bin/redis-server", "/usr/bin/redis-cli"].filter(
    (program) => !existsSync(program),
  ),
  ...(isRoot && !/^postgres:/m.test(readFileSync("/etc/passwd", "utf8")) ? ["the user postgres"] : []),
]

/** Postgres in a folder of its own, or in one that is given. It refuses to run as root, so that root hands it to the machine's own user. */
export async function postgres(given?: string): Promise<Service> {
  const folder = given ?? mkdtempSync(`${tmpdir()}/latchkey-faults-`)
  const user = isRoot ? idsOf("postgres") : undefined
  if (user) chownSync(folder, user.uid, user.gid)
  const data = `${folder}/data`
  execFileSync(`${binaries}/initdb`, ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"], {
    ...user,
    cwd: folder,
    stdio: "ignore",
  })
  const port = String(await freePort())
  const settings = ["-D", data, "-p", port, "-k", folder, "-c", "listen_addresses=127.0.0.1"]
  const ready = () => execFileSync(`${binaries}/pg_isready`, ["-h", "127.0.0.1", "-p", port], { stdio: "ignore" })
  const launch = () => spawn(`${binaries}/postgres`, settings, { ...user, cwd: folder, stdio: "ignore" })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  // Postgres calls it the fast shutdown: whoever is connected is cut off.
  return service(`postgresql://postgres@127.0.0.1:${port}/postgres`, launch, ready, remove, "SIGINT")
}

/** Redis that keeps nothing on the disk. */
export async function redis(): Promise<Service> {
  const port = String(await freePort())
  const ready = () => redisCli(port, "PING")
  const launch = () => spawn("redis-server", ["--port", port, "--save", "", "--appendonly", "no"], { stdio: "ignore" })
  return service(`redis://127.0.0.1:${port}`, launch, ready, () => undefined, "SIGTERM")
}

export const redisCli = (port: string, ...words: string[]) =>
  execFileSync("redis-cli", ["-p", port, ...words], { stdio: "ignore", timeout: 2000 })

function service(
  url: string,
  launch: () => ChildProcess,
  ready: () => unknown,
  remove: () => void,
  inOrder: NodeJS.Signals,
): Service {
  let child: ChildProcess | undefined
  const { pid, freeze, thaw, end } = processTree(() => child)
  const isRunning = () => child?.exitCode === null && child.signalCode === null
  return {
    url,
    pid,
    freeze,
    thaw,
    remove,
    isRunning,
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
    kill: () => end("SIGKILL", "all"),
    stop: () => end(inOrder, "parent"),
  }
}

const idsOf = (user: string) => {
  const id = (of: string) => Number(execFileSync("id", [of, user], { encoding: "utf8" }))
  return { uid: id("-u"), gid: id("-g") }
}
