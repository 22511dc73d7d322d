import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"
import { dialects } from "@/lib/dialects/all"
import type { Handlers } from "@/lib/dialects/mount"
import type { TestAuth } from "@/lib/testing/test-auth"

/** A dialect's handlers behind a real socket of this machine, at their published paths, until the test is over. */
export async function serveHandlers(auth: TestAuth, name: keyof typeof dialects) {
  const seen: string[] = []
  const server = createServer(async (request, response) => {
    seen.push(`${request.method} ${request.url}`)
    const handlers = handlersAt(auth, name, request.url ?? "/")
    const answer = await handlers[request.method as keyof Handlers](await toRequest(request), {
      params: Promise.resolve({}),
    })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen }
}

function handlersAt(auth: TestAuth, name: keyof typeof dialects, url: string): Handlers {
  const { pathname } = new URL(url, "http://localhost")
  const paths: Record<string, { url: string }> = dialects[name].paths
  const path = Object.keys(paths).find((key) => paths[key]?.url === pathname) ?? "nowhere"
  return (auth.api[name] as Record<string, Handlers>)[path] as Handlers
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  headers.set("x-test-address", request.socket.remoteAddress ?? "")
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
  return new Request(`http://${request.headers.host}${request.url}`, {
    method: request.method ?? "GET",
    headers,
    ...body,
  })
}
