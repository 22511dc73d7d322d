import { log } from "./log"

type Begun = { id: string; dialect: string; operation: string }
type Ended = { status: number; outcome: string; reason?: string; rule?: string }

/**
 * Writes one line for each request once it is answered, in words of ours: its id, the dialect, the operation, the status and how it ended, with the
 * milliseconds that it took. Reads that were answered are most of all requests and say least, so that they are written at `debug` alone.
 */
export function logRequest({ id, dialect, operation }: Begun): (ended: Ended) => void {
  const began = performance.now()
  return ({ status, outcome, reason, rule }) => {
    const isQuiet = outcome === "ok" && operation.startsWith("GET ")
    const ms = Math.round((performance.now() - began) * 10) / 10
    log(outcome === "failed" ? "error" : isQuiet ? "debug" : "info", "request", {
      ...{ id, dialect, operation, status, outcome, reason, rule, ms },
    })
  }
}
