import { once } from "node:events"
import type { Server, ServerResponse } from "node:http"
import type { Duration } from "@/lib/time"

/** What is to be finished, in this order, once nobody is let in any more. */
type Stop = {
  server: Server
  /** The work that goes on after its answer has left. */
  pending(): Promise<void>
  /** Lets go of databases and the like. */
  close(): Promise<void>
  /** How long all of it may take. */
  deadline: Duration
}

/**
 * Makes a server stop in order. Once told, it takes no new connection and closes the idle ones, and every answer that is still
 * owed says that its connection ends. Tells whether all was finished before the deadline; what was not is cut off.
 */
export function orderlyStop({ server, pending, close, deadline }: Stop): () => Promise<boolean> {
  const owed = new Set<ServerResponse>()
  let stopping: Promise<boolean> | undefined
  server.on("request", (_, response: ServerResponse) => {
    owed.add(response)
    if (stopping) lastOne(response)
    response.once("close", () => {
      owed.delete(response)
      if (stopping) setImmediate(() => server.closeIdleConnections())
    })
  })
  const finish = async () => {
    const ended = new Promise((resolve) => server.close(resolve))
    for (const response of owed) lastOne(response)
    server.closeIdleConnections()
    await ended
    await pending()
    await close()
    return true
  }
  const cutOff = async () => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(resolve, deadline, false)
    })
    const finished = await Promise.race([finish(), late]).finally(() => clearTimeout(timer))
    if (!finished) {
      server.closeAllConnections()
      // Who hears of each answer hears of these too.
      await Promise.all([...owed].map((response) => once(response, "close")))
    }
    return finished
  }
  return () => {
    stopping ??= cutOff()
    return stopping
  }
}

function lastOne(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close")
}
