import { createServer, type RequestListener, type Server } from "node:http"
import { seconds } from "@/lib/time"

/**
 * A server that waits for nobody without end: ten seconds for the head of a request, thirty for all of it. An idle connection
 * outlives what proxies keep theirs for (60 seconds at most of them), so that none is closed as a request comes.
 */
export const httpServer = (listener: RequestListener): Server =>
  createServer(
    {
      headersTimeout: seconds(10),
      requestTimeout: seconds(30),
      keepAliveTimeout: seconds(75),
      connectionsCheckingInterval: seconds(5),
      maxHeaderSize: 16 * 1024,
    },
    listener,
  )

/** Resolves when it listens: on every interface where no host is given. Rejects where it may not. */
export const listen = (server: Server, port: number, host: string | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => {
      server.off("error", reject)
      resolve()
    })
  })
