import type { ChildProcess } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"

/** A process with the processes that it started. */
export type ProcessTree = {
  pid(): number
  freeze(): void
  thaw(): void
  /** Tells one or all of them, and waits until the first is gone. One that ended already needs nothing. */
  end(signal: NodeJS.Signals, whom: "parent" | "all"): Promise<void>
}

/** The tree below whichever process there is at the time. */
export function processTree(current: () => ChildProcess | undefined): ProcessTree {
  const pid = () => current()?.pid ?? 0
  const all = () => (pid() ? [pid(), ...childrenOf(pid())] : [])
  const signal = (pids: number[], name: NodeJS.Signals) => {
    for (const each of pids) tell(each, name)
  }
  return {
    pid,
    freeze: () => signal(all(), "SIGSTOP"),
    thaw: () => signal(all(), "SIGCONT"),
    async end(name, whom) {
      const child = current()
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once("exit", resolve))
      signal(whom === "all" ? all() : [pid()], name)
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
