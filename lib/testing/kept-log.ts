import { appendFileSync } from "node:fs"
import { join } from "node:path"
import { setLogLevel } from "@/lib/outside/log"

const here = globalThis as { latchkeyLogIsKept?: true }

/**
 * Keeps every line of the log of this worker in a file, instead of showing it between what the tests say. A test that listens to standard
 * output hears the lines in its place.
 */
export function keepLog(folder: string): void {
  setLogLevel("debug")
  if (here.latchkeyLogIsKept) return
  here.latchkeyLogIsKept = true
  const file = join(folder, `${process.pid}.log`)
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = ((text: string, ...more: never[]) => {
    if (typeof text !== "string" || !text.startsWith('{"level":')) return write(text, ...more)
    appendFileSync(file, text)
    return true
  }) as typeof write
}
