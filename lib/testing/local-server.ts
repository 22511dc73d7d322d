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

/** How a service can fail to answer, by what it does: each would keep a caller waiting for as long as the caller lets it. */
export const badAnswers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "is silent": () => undefined,
  "begins its answer and stops": (response) =>
    void response.writeHead(200, { "content-type": "application/json" }).write("{"),
  "drips its answer": (response) => {
    response.writeHead(201, { "content-type": "application/json" })
    const drip = setInterval(() => response.write(" "), 20)
    response.on("close", () => clearInterval(drip))
  },
  "answers without end": (response) => {
    response.writeHead(200, { "content-type": "application/json" })
    const pour = () => {
      while (!response.destroyed && response.write(" ".repeat(64 * 1024)));
    }
    response.on("drain", pour)
    pour()
  },
}

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}
