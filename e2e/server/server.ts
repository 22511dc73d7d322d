import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { keepLog } from "../kept-logs"

/** A production server in a process of its own, which a test may kill and start again. */
export type Server = {
  url: string
  /** The process that serves now. */
  pid(): number
  /** What the process wrote so far, to standard output and to standard error. */
  said(): string
  /** Ends the process as a power cut would. */
  kill(): Promise<void>
  /** Asks the process to end, and answers its exit code. */
  stop(): Promise<number | null | undefined>
  start(): Promise<void>
  /** Moves the clock of a server that was started with `movingClock`. */
  pass(milliseconds: number): Promise<void>
}

/** What lets a test move a server's clock. */
export const movingClock = { NODE_OPTIONS: `--import ${new URL("moving-clock.mjs", import.meta.url)}` }

export const inboxToken = "server-tests-inbox-token"

/** A plain production set-up. */
export const settings = {
  SECRET_KEY: "server-tests-".padEnd(40, "k"),
  SMS_PROVIDER: "inbox",
  INBOX_TOKEN: inboxToken,
  TRUSTED_PROXY: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: "",
  REDIS_URL: "",
}

/** What is started: our own server, as `npm start` does, plain `next start`, or a package that lies elsewhere. */
const commands = {
  own: () => [".next/latchkey/server.mjs"],
  next: (port: string) => ["node_modules/next/dist/bin/next", "start", "-p", port],
  package: () => ["server.mjs"],
}

/** Starts a server on a free port and answers when it serves. `env` comes on top of a plain production set-up. */
export async function startServer(
  env: Record<string, string>,
  kind: keyof typeof commands = "own",
  cwd = process.cwd(),
): Promise<Server> {
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  let child: ChildProcess | undefined
  let said = () => ""
  const start = async () => {
    const variables = { ...process.env, ...settings, PORT: port, APP_URL: url, ...env, NODE_ENV: "production" as const }
    child = spawn(process.execPath, commands[kind](port), {
      cwd,
      env: variables,
      stdio: ["pipe", "pipe", "pipe", "ipc"],
    })
    said = keepLog(`${process.pid}-${port}`, child)
    await serving(child, url, said)
  }
  const end = async (signal: "SIGKILL" | "SIGTERM") => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return undefined
    child.kill(signal)
    const [code] = await once(child, "exit")
    return code as number | null
  }
  const pass = async (milliseconds: number) => {
    child?.send(milliseconds)
    await once(child as ChildProcess, "message")
  }
  await start()
  return {
    pass,
    url,
    pid: () => child?.pid ?? 0,
    said: () => said(),
    start,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
  }
}

/** An empty folder for data, and how to remove it. */
export async function emptyFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-e2e-"))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Resolves with the first answer; rejects, with what the process said, if it ends before. */
async function serving(child: ChildProcess, url: string, said: () => string): Promise<void> {
  const ended = once(child, "exit").then(() => Promise.reject(new Error(`The server ended: ${said()}`)))
  const listening = new Promise<void>((resolve) => {
    child.stdout?.on("data", () => /Ready in|Listens on/.test(said()) && resolve())
  })
  await Promise.race([listening, ended])
  await Promise.race([fetch(`${url}/v3/auctions?limit=0`), ended])
  ended.catch(() => undefined)
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0)
  await once(probe, "listening")
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, "close")
  return port
}
