/** Work that goes on after its answer has left, and how to wait for all of it. */
export type PendingWork = {
  later(task: () => Promise<unknown>): void
  /** Resolves when nothing is left, what such work itself put off included. */
  done(): Promise<void>
}

/** Keeps what was put off until it is done, so that a server that is told to stop can finish it. */
export function pendingWork(report: (problem: unknown) => void): PendingWork {
  const pending = new Set<Promise<unknown>>()
  return {
    later(task) {
      const work: Promise<unknown> = new Promise((resolve) => setImmediate(resolve))
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
