import { log } from "./log"

type Begun = { id: string; dialect: string; operation: string }
type Ended = { status?: number; outcome: string; reason?: string; rule?: string; operation?: string }

/**
 * Writes one line for each request once it is answered, in words of ours: its id, the dialect, the operation, the status and how it ended, with the
 * milliseconds that it took. Reads of APIs and machines that were answered are most of all requests and say least, so that they are written at
 * `debug` alone. Pages are what people see, and are written.
 */
export function logRequest({ id, dialect, operation: begun }: Begun): (ended: Ended) => void {
  const began = performance.now()
  return ({ status, outcome, reason, rule, operation = begun }) => {
    const isQuiet = outcome === "ok" && dialect !== "pages" && operation.startsWith("GET ")
    const ms = Math.round((performance.now() - began) * 10) / 10
    log(outcome === "failed" ? "error" : isQuiet ? "debug" : "info", "request", {
      ...{ id, dialect, operation, status, outcome, reason, rule, ms },
    })
  }
}
