import { readdirSync, readFileSync } from "node:fs"

/** Linux counts CPU time in hundredths of a second. */
const ticks = 100

type Times = { parent: number; used: number }

function timesOf(pid: string): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    const used = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { parent: Number(fields[1]), used: used / ticks }
  } catch {
    return undefined
  }
}

/** Seconds of CPU that a process used so far, with its children, those that ended included. */
export function cpuOf(pid: number): number {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), times: timesOf(name) }))
  const children = all.filter(({ pid: child, times }) => child === pid || times?.parent === pid)
  return children.reduce((sum, { times }) => sum + (times?.used ?? 0), 0)
}
