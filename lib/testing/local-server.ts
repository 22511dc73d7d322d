import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"

/** A request as an outside service would see it. */
export type Seen = {
  method: string
  path: string
  headers: IncomingMessage["headers"]
  form: URLSearchParams
  body: string
}

/**
 * An outside service on this machine, which speaks its protocol over a real socket until the test is over. `answer`
 * may leave a request unanswered.
 */
export async function localServer(
  answer: (seen: Seen, response: ServerResponse) => void,
): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString("utf8")
    const form = new URLSearchParams(body)
    const heard = { method: request.method ?? "", path: request.url ?? "", headers: request.headers, form, body }
    seen.push(heard)
    answer(heard, response)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}
