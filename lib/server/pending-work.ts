import { setTimeout } from "node:timers/promises"
import type { Duration } from "@/lib/time"

/** Work that goes on after its answer has left, and how to wait for all of it. */
export type PendingWork = {
  later(task: () => Promise<unknown>): void
  /** Resolves when nothing is left, what such work itself put off included. */
  done(): Promise<void>
}

/** How long what follows answers gathers at most, so that what many of them have to write is written together. */
const gathers: Duration = 25

/**
 * Keeps what was put off until it is done, so that a server that is told to stop can finish it. The first begins at once, and
 * what comes within a moment of it begins together: the stores write in one statement what is handed to them at once.
 */
export function pendingWork(report: (problem: unknown) => void): PendingWork {
  const pending = new Set<Promise<unknown>>()
  let bunch: Promise<unknown> | undefined
  let rested: Promise<unknown> = Promise.resolve()
  const begin = (): Promise<unknown> => {
    const begun = rested.then(() => new Promise((resolve) => setImmediate(resolve)))
    bunch = begun.then(() => {
      bunch = undefined
      rested = setTimeout(gathers)
    })
    return bunch
  }
  return {
    later(task) {
      const work: Promise<unknown> = (bunch ?? begin())
        .then(task)
        .catch(report)
        .finally(() => pending.delete(work))
      pending.add(work)
    },
    async done() {
      while (pending.size > 0) await Promise.all(pending)
    },
  }
}
